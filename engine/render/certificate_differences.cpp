#include "engine/render/certificate_differences.h"

#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "engine/render/canonical_json.h"

namespace inforce::render_json {

namespace {

using Json = nlohmann::json;

std::string escaped(const std::string& name) {
  std::string text;
  for (const char letter : name) text += letter == '~' ? "~0" : letter == '/' ? "~1" : std::string(1, letter);
  return text;
}

std::string text_of(const Json* value) { return value == nullptr ? std::string{} : canonical_json(value->dump()).text; }

/// Where each row stands, by the name that it has for itself; empty where one has nothing, or two have the same.
std::map<std::string, std::size_t> rows_of(const Json& list, const char* name) {
  std::map<std::string, std::size_t> rows;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool named = list[i].is_object() && list[i].contains(name) && list[i][name].is_string();
    if (!named || !rows.emplace(list[i][name].get<std::string>(), i).second) return {};
  }
  return rows;
}

const char* name_of_rows(const Json& was, const Json& is) {
  for (const char* name : {"id", "regime", "fact"}) {
    const bool both = (was.empty() || !rows_of(was, name).empty()) && (is.empty() || !rows_of(is, name).empty());
    if (both) return name;
  }
  return nullptr;
}

class Comparison {
 public:
  explicit Comparison(Verification& verification) : verification_(verification) {}

  /// Recursive: certificates are bounded in depth.
  void compare(const Json* was, const Json* is, const std::string& place, const std::string& row) {
    if (was != nullptr && is != nullptr && *was == *is) return;
    const bool objects = was != nullptr && is != nullptr && was->is_object() && is->is_object();
    const bool lists = was != nullptr && is != nullptr && was->is_array() && is->is_array();
    if (objects) return compare_objects(*was, *is, place, row);
    if (lists) return compare_lists(*was, *is, place, row);
    add(was, is, place, row);
  }

 private:
  void add(const Json* was, const Json* is, const std::string& place, const std::string& row) {
    if (verification_.differences.size() == Verification::most_differences) {
      ++verification_.more;
    } else {
      verification_.differences.push_back({place, row, text_of(was), text_of(is)});
    }
  }

  void compare_objects(const Json& was, const Json& is, const std::string& place, const std::string& row) {
    std::set<std::string> names;
    for (const auto* object : {&was, &is}) {
      for (const auto& [name, value] : object->items()) names.insert(name);
    }
    for (const auto& name : names) {
      const auto before = was.find(name);
      const auto now = is.find(name);
      compare(before == was.end() ? nullptr : &*before, now == is.end() ? nullptr : &*now, place + "/" + escaped(name),
              row);
    }
  }

  void compare_lists(const Json& was, const Json& is, const std::string& place, const std::string& row) {
    if (const char* name = name_of_rows(was, is)) return compare_rows(was, is, name, place, row);
    for (std::size_t i = 0; i < std::max(was.size(), is.size()); ++i) {
      compare(i < was.size() ? &was[i] : nullptr, i < is.size() ? &is[i] : nullptr, place + "/" + std::to_string(i),
              row);
    }
  }

  void compare_rows(const Json& was, const Json& is, const char* name, const std::string& place,
                    const std::string& row) {
    const auto before = rows_of(was, name);
    const auto now = rows_of(is, name);
    const auto told = verification_.differences.size() + verification_.more;
    for (const auto& [id, at] : before) {
      const auto found = now.find(id);
      compare(&was[at], found == now.end() ? nullptr : &is[found->second], place + "/" + std::to_string(at), id);
    }
    for (const auto& [id, at] : now) {
      if (!before.contains(id)) compare(nullptr, &is[at], place + "/" + std::to_string(at), id);
    }
    if (verification_.differences.size() + verification_.more == told) add(&was, &is, place, row);  // their order
  }

  Verification& verification_;
};

}  // namespace

void compare(const std::string& was, const std::string& is, const std::vector<std::string>& first,
             const std::vector<std::string>& left_out, Verification& verification) {
  auto before = Json::parse(was);
  auto now = Json::parse(is);
  Comparison comparison(verification);
  for (const auto& name : left_out) {
    before.erase(name);
    now.erase(name);
  }
  const Json nothing = Json::object();
  for (const auto& name : first) {
    auto one = nothing;
    auto other = nothing;
    if (before.contains(name)) one[name] = before[name];
    if (now.contains(name)) other[name] = now[name];
    comparison.compare(&one, &other, "", "");
    before.erase(name);
    now.erase(name);
  }
  comparison.compare(&before, &now, "", "");
}

}  // namespace inforce::render_json
