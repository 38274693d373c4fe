// Restrictions, authorizations and members of groups: all that can be in force (S1).
#include <algorithm>
#include <array>

#include "engine/check/conditions.h"
#include "engine/check/names.h"
#include "engine/check/stages.h"

namespace inforce::check {
namespace {

using model::Kind;
using model::Measure;
using model::MeasureId;
using syntax::Node;

Kind kind_named(std::string_view word) {
  for (int i = 0; i <= static_cast<int>(Kind::proposal); ++i) {
    if (to_string(static_cast<Kind>(i)) == word) return static_cast<Kind>(i);
  }
  return Kind::condition;
}

/// Where a measure comes from: an entry of a table, or what was said of a member.
struct Plan {
  std::string_view id;
  const Entry* entry = nullptr;
  const MemberDraft* member = nullptr;
  bool authorization = false;
};

std::vector<Plan> plan(Draft& draft) {
  std::vector<Plan> plans;
  for (const Entry& entry : draft[Section::restriction].entries) plans.push_back({entry.id, &entry, nullptr, false});
  for (const Entry& entry : draft[Section::authorization].entries) {
    if (!draft[Section::restriction].find(entry.id)) plans.push_back({entry.id, &entry, nullptr, true});
  }
  for (const MemberDraft& member : draft.members) plans.push_back({member.id, nullptr, &member, false});
  std::sort(plans.begin(), plans.end(), [](const Plan& a, const Plan& b) { return a.id < b.id; });
  return plans;
}

bool is_authorization(const Measure& measure) { return measure.kind == Kind::authorization; }

/// The measure that `name` refers to, as a whole or as something released.
std::optional<MeasureId> refer_to_measure(Draft& draft, const Node& name, bool authorization) {
  const auto at = draft.measures.find(name.text);
  const bool member = at != draft.measures.end() && draft.book[at->second].kind == Kind::membership;
  if (at != draft.measures.end() && !member && is_authorization(draft.book[at->second]) == authorization) {
    return at->second;
  }
  const std::string_view wanted = to_string(authorization ? Section::authorization : Section::restriction);
  if (const auto section = section_of_measure(draft, name.text)) {
    draft.report(codes::wrong_kind_of_measure,
                 quoted(name.text) + " is " + std::string(to_string(*section)) + ", not " + std::string(wanted),
                 name.span);
  } else if (member) {
    draft.report(codes::wrong_kind_of_measure,
                 quoted(name.text) + " is a member of a group, not " + std::string(wanted), name.span);
  } else {
    report_unknown_measure(draft, name.text, name.span);
  }
  return std::nullopt;
}

void fill_part_of(Draft& draft, MeasureId id, const Fields& fields) {
  const Node* whole = fields["part_of"];
  if (whole == nullptr) return;
  Measure& measure = draft.book.measures[id.value];
  const auto found = refer_to_measure(draft, *whole, is_authorization(measure));
  if (found == id) {
    draft.report(codes::self_reference, quoted(measure.id) + " cannot be a part of itself", whole->span);
  } else if (found) {
    measure.part_of = found;
    draft.book.measures[found->value].parts.push_back(id);
  }
}

void fill_releases(Draft& draft, Measure& measure, const Fields& fields) {
  for (const Node& name : fields.items("releases")) {
    if (const auto found = refer_to_measure(draft, name, false)) measure.releases.push_back(*found);
  }
  std::sort(measure.releases.begin(), measure.releases.end());
  measure.releases.erase(std::unique(measure.releases.begin(), measure.releases.end()), measure.releases.end());
}

void fill_from_entry(Draft& draft, MeasureId id, const Plan& from) {
  Measure& measure = draft.book.measures[id.value];
  if (from.entry->body == nullptr) return;
  const RecordRule& rule = from.authorization ? authorization_rule() : restriction_rule();
  const Fields fields(draft, rule, *from.entry->body, from.entry->at, from.entry->file);
  measure.title = fields.text("title");
  measure.scope = scope_in(draft, fields["scope"]);
  measure.basis = fields.text("basis");
  if (from.authorization) {
    fill_releases(draft, measure, fields);
  } else {
    measure.kind = kind_named(fields.text("kind"));
    measure.requires_conduct = fields.text("requires");
    measure.forbids_conduct = fields.text("forbids");
  }
  fill_part_of(draft, id, fields);
  measure.authority = authority_of(draft, fields);
  measure.jurisdiction = fields.text("jurisdiction");
  measure.regime = fields.text("regime");
  measure.zone = zone_of(draft, fields, *from.entry);
  measure.note = fields.text("note");
}

/// What several enlistments say of a member is put together, in order of their events.
void add_told(std::vector<std::string>& names, std::vector<std::string>& notes, const Node& told) {
  const auto add_once = [](std::vector<std::string>& list, const std::string& text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
  };
  for (const Node::Entry& entry : told.entries) {
    if (entry.key.text == "note" && entry.value.is_scalar()) add_once(notes, entry.value.text);
    if (entry.key.text != "names") continue;
    for (const Node& name : entry.value.items) add_once(names, name.text);
  }
}

void fill_from_member(Draft& draft, MeasureId id, const MemberDraft& from) {
  const model::Group& group = draft.book.groups[*draft[Section::group].find(from.group)];
  Measure& measure = draft.book.measures[id.value];
  measure.kind = Kind::membership;
  measure.group = from.group;
  measure.member = from.member;
  std::vector<std::string> notes;
  for (const Node* told : from.maps) add_told(measure.names, notes, *told);
  for (const std::string& note : notes) measure.note += (measure.note.empty() ? "" : "\n") + note;
  measure.title = measure.names.empty() ? measure.member : measure.names.front();
  measure.authority = group.authority;
  measure.jurisdiction = group.jurisdiction;
  measure.regime = group.regime;
  measure.zone = group.zone;
  draft.book.groups[*draft[Section::group].find(from.group)].members.push_back(id);
}

}  // namespace

void decode_measures(Draft& draft) {
  const std::vector<Plan> plans = plan(draft);
  draft.book.measures.resize(plans.size());
  for (std::uint32_t i = 0; i < plans.size(); ++i) {
    Measure& measure = draft.book.measures[i];
    measure.id = plans[i].id;
    measure.span = plans[i].entry != nullptr ? plans[i].entry->at : plans[i].member->at;
    if (plans[i].authorization) measure.kind = Kind::authorization;
    if (plans[i].member != nullptr) measure.kind = Kind::membership;
    draft.measures.emplace(measure.id, MeasureId{i});
  }
  for (std::uint32_t i = 0; i < plans.size(); ++i) {
    if (plans[i].member != nullptr) {
      fill_from_member(draft, {i}, *plans[i].member);
    } else {
      fill_from_entry(draft, {i}, plans[i]);
    }
  }
}

}  // namespace inforce::check
