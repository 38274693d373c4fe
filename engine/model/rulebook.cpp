#include "engine/model/rulebook.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "inforce/rulebook.h"

namespace inforce {

Rulebook::Rulebook(std::shared_ptr<const model::Rulebook> model) : model_(std::move(model)) {}

const std::string& Rulebook::digest() const { return model_->digest; }

std::vector<std::string_view> Rulebook::measures() const {
  std::vector<std::string_view> ids;
  for (const model::Measure& measure : model_->measures) {
    if (measure.kind != model::Kind::membership) ids.push_back(measure.id);
  }
  for (const model::Group& group : model_->groups) ids.push_back(group.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<std::string_view> Rulebook::events() const {
  std::vector<std::string_view> ids;
  ids.reserve(model_->events.size());
  for (const model::Event& event : model_->events) ids.push_back(event.id);
  return ids;
}

namespace model {
namespace {

template <class T>
const T* find(const std::vector<T>& sorted, std::string_view id) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), id,
                                   [](const T& record, std::string_view wanted) { return record.id < wanted; });
  return at != sorted.end() && at->id == id ? &*at : nullptr;
}

template <class T>
void sort_unique(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// A paragraph of an article acts within the scope of the article. Empty where no whole has a scope.
std::optional<syntax::Condition> scope_with_wholes(const Rulebook& rulebook, const Measure& measure) {
  syntax::Condition all;
  if (measure.scope) all.operands.push_back(measure.scope->condition);
  const std::size_t own = all.operands.size();
  for (std::optional<MeasureId> at = measure.part_of; at; at = rulebook[*at].part_of) {
    if (rulebook[*at].scope) all.operands.push_back(rulebook[*at].scope->condition);
  }
  if (all.operands.size() == own) return std::nullopt;
  if (all.operands.size() == 1) return std::move(all.operands.front());
  all.span = all.operands.front().span;
  return all;
}

/// What an authorization releases: what it or a whole of its own names, each down to what has spells.
std::vector<MeasureId> released_leaves(const Rulebook& rulebook, MeasureId authorization) {
  std::vector<MeasureId> found;
  for (std::optional<MeasureId> at = authorization; at; at = rulebook[*at].part_of) {
    for (const MeasureId released : rulebook[*at].releases) {
      for (const MeasureId leaf : leaves(rulebook, released)) found.push_back(leaf);
    }
  }
  sort_unique(found);
  return found;
}

}  // namespace

std::optional<MeasureId> find_measure(const Rulebook& rulebook, std::string_view id) {
  const Measure* found = find(rulebook.measures, id);
  if (found == nullptr) return std::nullopt;
  return MeasureId{static_cast<std::uint32_t>(found - rulebook.measures.data())};
}

std::optional<EventId> find_event(const Rulebook& rulebook, std::string_view id) {
  const Event* found = find(rulebook.events, id);
  if (found == nullptr) return std::nullopt;
  return EventId{static_cast<std::uint32_t>(found - rulebook.events.data())};
}

const Group* find_group(const Rulebook& rulebook, std::string_view id) { return find(rulebook.groups, id); }

const Attribute* find_attribute(const Rulebook& rulebook, std::string_view id) { return find(rulebook.vocabulary, id); }

const Item* find_item(const Rulebook& rulebook, std::string_view id) { return find(rulebook.items, id); }

std::vector<MeasureId> members_named(const Group& group, std::string_view name) {
  const auto prefix = group.id.size() + 1;
  const bool whole_id = name.size() > prefix && name.substr(0, group.id.size()) == group.id && name[prefix - 1] == '/';
  if (whole_id) name.remove_prefix(prefix);
  auto at = std::lower_bound(group.by_name.begin(), group.by_name.end(), name,
                             [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  std::vector<MeasureId> found;
  for (; at != group.by_name.end() && at->first == name; ++at) found.push_back(at->second);
  return found;
}

const syntax::Condition* scope_of(const Measure& measure) {
  if (measure.within) return &*measure.within;
  return measure.scope ? &measure.scope->condition : nullptr;
}

void link(Rulebook& rulebook) {
  for (Measure& measure : rulebook.measures) measure.within = scope_with_wholes(rulebook, measure);
  for (Group& group : rulebook.groups) {
    group.by_name.clear();
    for (const MeasureId member : group.members) {
      group.by_name.emplace_back(rulebook[member].member, member);
      for (const std::string& name : rulebook[member].names) group.by_name.emplace_back(name, member);
    }
    sort_unique(group.by_name);
  }
  for (Measure& measure : rulebook.measures) measure.released_by.clear();
  for (std::uint32_t i = 0; i < rulebook.measures.size(); ++i) {
    if (rulebook.measures[i].kind != Kind::authorization || !rulebook.measures[i].parts.empty()) continue;
    for (const MeasureId released : released_leaves(rulebook, {i})) {
      rulebook.measures[released.value].released_by.push_back({i});
    }
  }
}

std::vector<MeasureId> leaves(const Rulebook& rulebook, MeasureId id) {
  std::vector<MeasureId> found;
  std::vector<MeasureId> open{id};
  while (!open.empty()) {
    const MeasureId next = open.back();
    open.pop_back();
    const Measure& measure = rulebook[next];
    if (measure.parts.empty()) {
      found.push_back(next);
    } else {
      open.insert(open.end(), measure.parts.begin(), measure.parts.end());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace model
}  // namespace inforce
