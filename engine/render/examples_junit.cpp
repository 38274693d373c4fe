#include "engine/render/examples.h"
#include "engine/render/junit.h"

namespace inforce::render_junit {

namespace {

/// The first difference, for lists of failures.
std::string message_of(const query::ExampleResult& result) {
  const auto& first = result.differences.front();
  return first.what + ": expected " + first.expected + ", got " + first.got;
}

Case case_of(const FileOfExamples& file, const query::ExampleResult& result, const Sources& sources) {
  Case one{result.example->name, Case::Outcome::passed, {}, {}, {}};
  if (result.passed()) return one;
  one.outcome = Case::Outcome::failed;
  one.type = "difference";
  one.message = message_of(result);
  one.text = render_text::examples_text({{file.path, {result}}}, sources, true, {});
  return one;
}

}  // namespace

std::string examples_junit(const std::vector<FileOfExamples>& files, const Sources& sources) {
  std::vector<Suite> suites;
  for (const auto& file : files) {
    auto& suite = suites.emplace_back(Suite{file.path, {}});
    for (const auto& result : file.results) suite.cases.push_back(case_of(file, result, sources));
  }
  return junit_text("inforce test", suites);
}

}  // namespace inforce::render_junit
