// Asks the engine, through its public headers only, what the reference evaluator answers, and tells where they differ.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "inforce/inforce.h"
#include "tests/oracle/evaluator.h"

namespace oracle {

struct Disagreement {
  std::string kind;  // what sort of difference it is: a shrunk story must show the same
  std::string question, engine, oracle;
};

/// A rule set that the engine has read, or the codes with which it refused it.
struct Engine {
  std::optional<inforce::Timeline> timeline;
  std::vector<std::string> errors;  // such as `IF501 …`, in order
};
Engine read(const std::vector<std::pair<std::string, std::string>>& files);

inforce::Checked<inforce::Answer> ask_when(const inforce::Timeline& timeline, const std::string& id,
                                           const Knowledge& knowledge, const Facts& facts = {});
inforce::Checked<inforce::Answer> ask_on(const inforce::Timeline& timeline, const inforce::When& on,
                                         const Knowledge& knowledge, const Facts& facts = {}, bool all = true);
std::string error_of(const inforce::Checked<inforce::Answer>& answer);
std::string to_text(const Knowledge& knowledge);
std::string to_text(const inforce::Interval& interval);

/// The states of knowledge in which a story is asked: none, days, moments, and proposed events taken as happened.
std::vector<Knowledge> questions_of_knowledge(const Story& story);

/// Where two histories of a measure differ within the window of the story, if they do. With facts, the engine tells
/// only those possible runs that are not certain.
std::optional<Disagreement> compare_history(const Story& story, const inforce::WhenAnswer& answer,
                                            const History& history, const std::string& question, bool with_facts);

/// The first difference in what is answered for the cases of a story (S18–S24), if there is one.
std::optional<Disagreement> compare_cases(const Story& story, const inforce::Timeline& timeline, const Worlds& worlds,
                                          const Knowledge& knowledge, const std::vector<inforce::When>& times);

/// The first difference found, if there is one.
std::optional<Disagreement> disagreement(const Story& story);

}  // namespace oracle
