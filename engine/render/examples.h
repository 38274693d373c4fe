// What became of the examples of rule files: as text for people, as JSON, and as JUnit XML for build servers.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/query/examples.h"
#include "inforce/render.h"

namespace inforce {

/// The examples of one file, in its order.
struct FileOfExamples {
  std::string path;
  std::vector<query::ExampleResult> results;

  [[nodiscard]] std::size_t failed() const;
};

namespace render_text {

/// A line a file, each failure with its place, and the totals. Quiet: failures alone.
[[nodiscard]] std::string examples_text(const std::vector<FileOfExamples>& files, const Sources& sources, bool quiet,
                                        const Style& style);

}  // namespace render_text

namespace render_json {

[[nodiscard]] std::string examples_json(const std::vector<FileOfExamples>& files, const Rulebook& rulebook);

}  // namespace render_json

namespace render_junit {

/// Valid against the common JUnit 10 schema: a suite a file, a case an example.
[[nodiscard]] std::string examples_junit(const std::vector<FileOfExamples>& files, const Sources& sources);

}  // namespace render_junit

}  // namespace inforce
