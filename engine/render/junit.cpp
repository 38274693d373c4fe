#include "engine/render/junit.h"

#include <algorithm>

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

std::size_t count(const Suite& suite, Case::Outcome outcome) {
  return static_cast<std::size_t>(
      std::count_if(suite.cases.begin(), suite.cases.end(), [&](const Case& one) { return one.outcome == outcome; }));
}

std::string counts(std::size_t tests, std::size_t failures) {
  return " tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) + "\" errors=\"0\"";
}

std::string element_text(const Case& one) {
  if (one.outcome == Case::Outcome::passed) return "<system-out>" + escaped(one.text) + "</system-out>";
  const std::string name = one.outcome == Case::Outcome::failed ? "failure" : "skipped";
  std::string text = "<" + name;
  if (!one.type.empty()) text += " type=\"" + escaped(one.type) + "\"";
  text += " message=\"" + escaped(one.message) + "\"";
  return one.text.empty() ? text + "/>" : text + ">" + escaped(one.text) + "</" + name + ">";
}

std::string case_text(const Case& one, const std::string& file) {
  const std::string text = "    <testcase name=\"" + escaped(one.name) + "\" classname=\"" + escaped(file) + "\"";
  if (one.outcome == Case::Outcome::passed && one.text.empty()) return text + "/>\n";
  return text + ">\n      " + element_text(one) + "\n    </testcase>\n";
}

}  // namespace

std::string junit_text(std::string_view name, const std::vector<Suite>& suites) {
  std::size_t all = 0;
  std::size_t failed = 0;
  for (const auto& suite : suites) {
    all += suite.cases.size();
    failed += count(suite, Case::Outcome::failed);
  }
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"" + escaped(name) + "\"" +
                     counts(all, failed) + ">\n";
  for (const auto& suite : suites) {
    text += "  <testsuite name=\"" + escaped(suite.file) + "\"" +
            counts(suite.cases.size(), count(suite, Case::Outcome::failed)) + " skipped=\"" +
            std::to_string(count(suite, Case::Outcome::skipped)) + "\" file=\"" + escaped(suite.file) + "\">\n";
    for (const auto& one : suite.cases) text += case_text(one, suite.file);
    text += "  </testsuite>\n";
  }
  return text + "</testsuites>\n";
}

}  // namespace inforce::render_junit
