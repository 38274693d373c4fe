// Short lists: without repetition, in the order in which things were first said, and as text.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inforce::query {

/// Appends `value` where the list does not have it yet. Linear: for short lists.
template <class T>
void append_new(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

template <class T>
void append_new(std::vector<T>& list, const std::vector<T>& more) {
  for (const auto& value : more) append_new(list, value);
}

[[nodiscard]] inline std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const auto& text : texts) {
    if (&text != &texts.front()) all += between;
    all += text;
  }
  return all;
}

}  // namespace inforce::query
