// What became of the examples of rule files, and what they cover: as text for people, as JSON, and as JUnit XML for
// build servers.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/query/examples.h"
#include "engine/query/examples_coverage.h"
#include "inforce/render.h"

namespace inforce {

/// The examples of one file, in its order.
struct FileOfExamples {
  std::string path;
  std::vector<query::ExampleResult> results;

  [[nodiscard]] std::size_t failed() const;
};

/// What of one file examples reach.
struct FileCoverage {
  std::string path;
  std::size_t effects = 0;
  std::size_t reached = 0;
  std::size_t boundaries = 0;
  std::size_t asked = 0;
  std::size_t measures = 0;
  std::size_t seen = 0;  ///< Both applying and not.
  std::size_t branches = 0;
  std::size_t both_ways = 0;  ///< Seen met, and not.

  /// What is missing: one line each, with the place that it is about, in order of the file.
  struct Gap {
    Span span;
    std::string kind;  ///< `effect`, `boundary`, `measure`, `branch`.
    std::string id;    ///< The measure.
    std::string text;  ///< What no example does.
    std::string help;  ///< The example that would.
  };
  std::vector<Gap> gaps;
};

struct CoverageReport {
  std::size_t examples = 0;
  std::vector<FileCoverage> files;  ///< Those in which something can be reached, by path.

  /// Of all effects, boundaries and measures, the part that is reached, in percent, rounded down; 100 where there are
  /// none. Branches are told, and do not count.
  [[nodiscard]] unsigned percent() const;
};

/// The coverage by file, of the files named.
[[nodiscard]] CoverageReport coverage_report(const query::ExamplesCoverage& coverage, const model::Rulebook& rules,
                                             const std::vector<std::string>& paths, std::size_t examples);

struct MutationReport;

namespace render_text {

/// `a case in `item = H20``, or what else describes a case that a measure bears on.
[[nodiscard]] std::string a_case(const model::Measure& measure, const model::Rulebook& rules);

/// A line a file, each failure with its place, and the totals. Quiet: failures alone.
[[nodiscard]] std::string examples_text(const std::vector<FileOfExamples>& files, const Sources& sources, bool quiet,
                                        const Style& style);

/// A line a file, then all that is missing. Quiet: the latter alone.
[[nodiscard]] std::string coverage_text(const CoverageReport& report, const Sources& sources, bool quiet,
                                        const Style& style);

}  // namespace render_text

/// What of the files examples reach, line by line, as a tracefile of lcov: a line for each effect, date, measure and
/// comparison, 0 where something on it is not reached; branches for the sides of boundaries, for in and out of scope,
/// and for comparisons met and not.
[[nodiscard]] std::string coverage_lcov(const query::ExamplesCoverage& coverage, const model::Rulebook& rules,
                                        const std::vector<std::string>& paths);

namespace render_json {

/// `coverage` and `mutation` stand in it where given.
[[nodiscard]] std::string examples_json(const std::vector<FileOfExamples>& files, const CoverageReport* coverage,
                                        const MutationReport* mutation, const Rulebook& rulebook);

}  // namespace render_json

namespace render_junit {

/// Valid against the common JUnit 10 schema: a suite a file, a case an example.
[[nodiscard]] std::string examples_junit(const std::vector<FileOfExamples>& files, const Sources& sources);

}  // namespace render_junit

}  // namespace inforce
