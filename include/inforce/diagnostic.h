// What we say about what was written: `Code`, `Severity`, `Diagnostic`, and `Checked<T>`, a value with its warnings or
// the errors that prevented it.
//
// All types are plain values; any thread may use them.
#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "inforce/source.h"

namespace inforce {

enum class Severity : std::uint8_t { error, warning, note };

/// The stable number of a kind of finding, shown as `IF012`. Numbers are never reused; the first digit is the stage
/// (0 files and YAML, 1 fields, 2 small languages, 3 names, 4 dates, 5 timeline, 6 questions, 8 advice).
struct Code {
  std::uint16_t number = 0;
  friend constexpr auto operator<=>(Code, Code) = default;
};

/// `IF012`.
[[nodiscard]] std::string to_string(Code code);

/// What is known of a code without looking at any file.
struct CodeInfo {
  Code code;
  std::string_view name;  ///< Such as `duplicate_key`.
  Severity severity;
  std::string_view title;
  std::string_view page;  ///< The whole Markdown page: what it means, an example, the remedy.
};

/// All codes, in order of their numbers.
[[nodiscard]] std::span<const CodeInfo> all_codes();

/// The code written as `IF012` or `if012` or by its name; empty where there is none.
[[nodiscard]] std::optional<CodeInfo> find_code(std::string_view text);

/// A place with words to it. Words may be empty.
struct Label {
  Span span;
  std::string words;
};

/// A run of bytes and what is to stand there instead. An empty span inserts; empty text deletes.
struct Edit {
  Span span;
  std::string text;
};

/// A way out that a program can go: all edits or none. They do not overlap, and lie in one file.
struct Fix {
  std::string title;  ///< What it does, in the imperative: ``put `NO` in quotes``.
  bool safe = false;  ///< No answer can change by it; else a person has to agree to it.
  std::vector<Edit> edits;
};

/// One thing wrong or doubtful. `message` is one line, starts lower-case and has no final stop; `help` is the way out.
struct Diagnostic {
  Code code;
  Severity severity = Severity::error;
  std::string message;
  std::optional<Label> primary;  ///< Empty only where there is no file to point at.
  std::vector<Label> related;
  std::string help;
  std::optional<Fix> fix = std::nullopt;
};

/// A value with its warnings, or the errors (and warnings) that prevented it. Diagnostics are sorted by path, place
/// and code, alike on every machine.
template <class T>
class Checked {
 public:
  Checked(T value, std::vector<Diagnostic> warnings = {})  // NOLINT(google-explicit-constructor)
      : value_(std::move(value)), diagnostics_(std::move(warnings)) {}
  Checked(std::vector<Diagnostic> errors)  // NOLINT(google-explicit-constructor)
      : diagnostics_(std::move(errors)) {
    assert(!diagnostics_.empty());
  }

  [[nodiscard]] bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  /// Requires: `ok()`.
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return *value_;
  }
  [[nodiscard]] T&& value() && {
    assert(ok());
    return *std::move(value_);
  }
  const T& operator*() const& { return value(); }
  const T* operator->() const { return &value(); }

  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::optional<T> value_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace inforce
