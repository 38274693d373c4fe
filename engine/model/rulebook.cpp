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
