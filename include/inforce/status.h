// The words in which answers are given: the status of a measure, the force of its kind, and the verdict over all.
//
// Plain enumerations; any thread may use them.
#pragma once

#include <cstdint>
#include <string_view>

namespace inforce {

/// What a measure is for the case and time asked about (S20).
enum class Status : std::uint8_t {
  applies,
  may_apply,
  released,
  grace,
  suspended,
  pending,
  ended,
  not_yet,
  never,
  out_of_scope
};

/// What a kind of measure can do: bind, advise, or only be told (S21).
enum class Force : std::uint8_t { binding, advisory, context };

/// What follows from all binding restrictions, mildest first, and the two that say that nothing follows (S22).
enum class Verdict : std::uint8_t {
  clear,
  notify,
  conditional,
  licence_required,
  prohibited,
  undetermined,
  not_covered
};

/// The words of interface and semantics: `may-apply`, `licence-required`, `binding`.
[[nodiscard]] std::string_view to_string(Status status);
[[nodiscard]] std::string_view to_string(Force force);
[[nodiscard]] std::string_view to_string(Verdict verdict);

}  // namespace inforce
