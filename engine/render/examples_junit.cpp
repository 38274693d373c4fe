#include "engine/render/examples.h"
#include "engine/render/printable.h"

namespace inforce::render_junit {

namespace {

/// Text fit for XML, in attributes too: what XML cannot hold becomes U+FFFD. Line breaks stay.
std::string escaped(std::string_view text) {
  std::string all;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      all += text[at++];
      continue;
    }
    const auto character = render_text::next_character(text, at).bytes;
    if (character == "&") {
      all += "&amp;";
    } else if (character == "<") {
      all += "&lt;";
    } else if (character == ">") {
      all += "&gt;";
    } else if (character == "\"") {
      all += "&quot;";
    } else if (character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF") {
      all += "\xEF\xBF\xBD";
    } else {
      all += character;
    }
  }
  return all;
}

std::string counts(std::size_t tests, std::size_t failures) {
  return " tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) + "\" errors=\"0\"";
}

/// The first difference, for lists of failures.
std::string message_of(const query::ExampleResult& result) {
  const auto& first = result.differences.front();
  return first.what + ": expected " + first.expected + ", got " + first.got;
}

std::string case_text(const FileOfExamples& file, const query::ExampleResult& result, const Sources& sources) {
  std::string text =
      "    <testcase name=\"" + escaped(result.example->name) + "\" classname=\"" + escaped(file.path) + "\"";
  if (result.passed()) return text + "/>\n";
  const auto failure = render_text::examples_text({{file.path, {result}}}, sources, true, {});
  return text + ">\n      <failure type=\"difference\" message=\"" + escaped(message_of(result)) + "\">" +
         escaped(failure) + "</failure>\n    </testcase>\n";
}

}  // namespace

std::string examples_junit(const std::vector<FileOfExamples>& files, const Sources& sources) {
  std::size_t all = 0;
  std::size_t failed = 0;
  for (const auto& file : files) {
    all += file.results.size();
    failed += file.failed();
  }
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"inforce test\"" + counts(all, failed) + ">\n";
  for (const auto& file : files) {
    text += "  <testsuite name=\"" + escaped(file.path) + "\"" + counts(file.results.size(), file.failed()) +
            " skipped=\"0\" file=\"" + escaped(file.path) + "\">\n";
    for (const auto& result : file.results) text += case_text(file, result, sources);
    text += "  </testsuite>\n";
  }
  return text + "</testsuites>\n";
}

}  // namespace inforce::render_junit
