// Groups, and who is enlisted in them.
#include <algorithm>

#include "engine/check/names.h"
#include "engine/check/stages.h"

namespace inforce::check {
namespace {

using syntax::Node;

const Node* scalar_of(const Node& map, std::string_view key) {
  for (const Node::Entry& entry : map.entries) {
    if (entry.key.text == key && entry.value.is_scalar()) return &entry.value;
  }
  return nullptr;
}

const Node* list_of(const Node& map, std::string_view key) {
  for (const Node::Entry& entry : map.entries) {
    if (entry.key.text == key && entry.value.is_list()) return &entry.value;
  }
  return nullptr;
}

class MemberCollector {
 public:
  explicit MemberCollector(Draft& draft) : draft_(draft) {}

  void take_effect(const Node& effect) {
    const Node* group = scalar_of(effect, "enlist");
    const Node* members = list_of(effect, "members");
    if (group == nullptr || members == nullptr || !draft_[Section::group].find(group->text)) return;
    for (const Node& member : members->items) {
      const Node* id = member.is_map() ? scalar_of(member, "id") : &member;
      if (id != nullptr && id->is_scalar() && !id->text.empty()) add(*group, *id, member);
    }
  }

 private:
  void add(const Node& group, const Node& id, const Node& told) {
    std::string name = group.text + "/" + id.text;
    const auto [at, fresh] = numbers_.try_emplace(name, draft_.members.size());
    if (fresh) draft_.members.push_back({std::move(name), group.text, id.text, id.span, {}});
    if (told.is_map()) draft_.members[at->second].maps.push_back(&told);
  }

  Draft& draft_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace

void collect_members(Draft& draft) {
  MemberCollector collector(draft);
  for (const Entry& event : draft[Section::event].entries) {
    const Node* effects = list_of(*event.body, "effects");
    if (effects == nullptr) continue;
    for (const Node& effect : effects->items) collector.take_effect(effect);
  }
  std::sort(draft.members.begin(), draft.members.end(),
            [](const MemberDraft& a, const MemberDraft& b) { return a.id < b.id; });
}

void decode_groups(Draft& draft) {
  const auto read = [&](model::Group& group, const Fields& fields, const Entry& entry) {
    group.title = fields.text("title");
    group.attribute = fields.text("attribute");
    if (const Node* name = fields["attribute"]) {
      (void)refer(draft, Section::attribute, *name, codes::unknown_attribute);
    }
    group.authority = authority_of(draft, fields);
    group.jurisdiction = fields.text("jurisdiction");
    group.regime = fields.text("regime");
    group.zone = zone_of(draft, fields, entry);
    group.note = fields.text("note");
  };
  decode_each(draft, Section::group, group_rule(), draft.book.groups, read);
}

}  // namespace inforce::check
