// The values that answers and reports share, as JSON: one spelling for each, whoever shows it. For this layer alone,
// the only header with nlohmann-json in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "inforce/answer.h"

namespace inforce {
struct Difference;
}

namespace inforce::render_json {

using Json = nlohmann::ordered_json;

/// Text, or null where it is empty.
[[nodiscard]] Json text_or_null(const std::string& text);

[[nodiscard]] Json of(const Attributes& attributes);
[[nodiscard]] Json of(const Change& change);
[[nodiscard]] Json of(const Citation& source);
[[nodiscard]] Json of(const Coming& coming);
[[nodiscard]] Json of(const Conflict& conflict);
[[nodiscard]] Json of(const Conflict::Side& side);
[[nodiscard]] Json of(const Coverage& coverage);
[[nodiscard]] Json of(const Derived& derived);
[[nodiscard]] Json of(const Difference& difference);
[[nodiscard]] Json of(const EventRow& row);
[[nodiscard]] Json of(const Finding& finding);
[[nodiscard]] Json of(const Instead& instead);
[[nodiscard]] Json of(const Interval& interval);
[[nodiscard]] Json of(const Member& member);
[[nodiscard]] Json of(const Near& near);
[[nodiscard]] Json of(const Reason& reason);
[[nodiscard]] Json of(const Stable& stable);
[[nodiscard]] Json of(const Value& value);
[[nodiscard]] Json of(const Within& run);

template <class T>
[[nodiscard]] Json or_null(const std::optional<T>& value) {
  return value ? Json(std::string(to_string(*value))) : Json(nullptr);
}

template <class T>
[[nodiscard]] Json list_of(const std::vector<T>& values) {
  auto all = Json::array();
  for (const auto& value : values) all.push_back(of(value));
  return all;
}

}  // namespace inforce::render_json
