// JUnit XML, valid against the common JUnit 10 schema: suites of cases, whatever they tell of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inforce::render_junit {

struct Case {
  enum class Outcome : std::uint8_t { passed, failed, skipped };
  std::string name;
  Outcome outcome = Outcome::passed;
  std::string type;     ///< Of a failure.
  std::string message;  ///< Of what did not pass, on one line.
  std::string text;     ///< All there is to read of it; of what passed, its output. May be empty.
};

/// The cases of one file.
struct Suite {
  std::string file;
  std::vector<Case> cases;
};

/// What XML cannot hold becomes U+FFFD.
[[nodiscard]] std::string junit_text(std::string_view name, const std::vector<Suite>& suites);

}  // namespace inforce::render_junit
