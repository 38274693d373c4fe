// What `inforce test` reports: examples run, what they cover, and what they do not notice.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/render/examples.h"
#include "engine/render/mutation.h"
#include "tools/inforce/command.h"

namespace inforce::cli {

/// A whole number of percent under which a gate closes; empty where none is asked for. Not `ok`: it is no percentage.
struct Floor {
  std::optional<unsigned> percent;
  bool ok = true;
};
[[nodiscard]] Floor floor_of(const Arguments& arguments, std::string_view option);

/// Which shifts of dates are tried.
struct ShiftChoice {
  std::set<std::string> kinds;  ///< Words of `ShiftKind`; empty: all.
  std::size_t limit = 0;        ///< At most so many, spread evenly; 0: all.
  std::string wrong;            ///< What is wrong with the options, in words.
};
[[nodiscard]] ShiftChoice shift_choice(const Arguments& arguments);

/// The examples of the files wanted, by their plain paths.
[[nodiscard]] std::vector<FileOfExamples> run_examples(const Timeline& timeline, const std::set<std::string>& wanted,
                                                       const Environment& environment);

struct Covered {
  CoverageReport report;
  std::string lcov;  ///< The same as a tracefile.
};
[[nodiscard]] Covered cover(const Timeline& timeline, const std::vector<FileOfExamples>& files,
                            const std::set<std::string>& wanted, const Environment& environment);

/// Shifts the dates of the files wanted; all examples of the rules may notice. Tells a terminal how far it is.
[[nodiscard]] MutationReport mutate(const Timeline& timeline, const std::set<std::string>& wanted,
                                    const ShiftChoice& choice, const Arguments& arguments, Environment& environment);

}  // namespace inforce::cli
