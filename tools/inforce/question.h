// From words on the command line to a question, and from its answer to standard output.
#pragma once

#include <functional>
#include <optional>

#include "tools/inforce/rules.h"

namespace inforce::cli {

/// Options that several commands share.
[[nodiscard]] const Option& known_option();
[[nodiscard]] const Option& with_option();
[[nodiscard]] const Option& assume_option();
[[nodiscard]] const Option& without_option();
[[nodiscard]] const Option& jurisdiction_option();
[[nodiscard]] const Option& regime_option();
[[nodiscard]] const Option& evidence_option();

/// Reads what was written into a Query; after the first thing that is not understood, says it and is not `ok`.
class QuestionReader {
 public:
  QuestionReader(const Arguments& arguments, Environment& environment);

  std::optional<When> when(const std::string& text);
  std::optional<When> when_option(std::string_view name);
  std::optional<Date> day_option(std::string_view name);
  /// The query with what `--with`, `--assume`, `--without`, `--jurisdiction`, `--regime` and `--evidence` say; empty
  /// where anything was not understood.
  [[nodiscard]] std::optional<Query> finished(Query query);

 private:
  void read_facts(Query& query);
  void read_assumptions(Query& query);
  void refuse(const std::string& message, const std::string& help);

  const Arguments& arguments_;
  Environment& environment_;
  bool ok_ = true;
};

/// Opens the rules, answers, and prints. Gives the exit status.
int print_answer(const Query& query, const Arguments& arguments, Environment& environment);

/// The same, and `status_of` says which exit status the answer has.
int print_answer(const Query& query, const Arguments& arguments, Environment& environment,
                 const std::function<int(const Answer&)>& status_of);

/// Carries out a command that does no more than answer what `question` reads.
template <std::optional<Query> (*question)(const Arguments&, Environment&)>
int print_question(const Arguments& arguments, Environment& environment) {
  const auto query = question(arguments, environment);
  return query ? print_answer(*query, arguments, environment) : no_answer;
}

}  // namespace inforce::cli
