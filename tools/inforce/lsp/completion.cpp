// What can be written where the cursor stands. It rests on the text as it is and on the names of the last check.
#include <nlohmann/json.hpp>

#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/offers.h"
#include "tools/inforce/lsp/requests.h"
#include "tools/inforce/lsp/uri.h"

namespace inforce::lsp {

namespace {

constexpr std::size_t most_items = 1000;

/// The place in the tables that the keys of a path lead to.
struct Slot {
  Nest nest = Nest::record;
  const check::RecordRule* rule = &check::file_rule();  ///< Of a record, or of each of a list or map.
  Kind names = Kind::none;
  const check::RecordRule* parent = nullptr;  ///< Of a list or a field: the record that it stands in,
  std::string key;                            ///< under this key.
  bool in_facts = false;                      ///< `key` is an attribute.
  bool in_defaults = false;
  bool known = true;
};

Slot step(const Slot& slot, const std::string& key) {
  Slot next;
  next.known = slot.known;
  next.key = key;
  if (slot.nest == Nest::facts) {
    next.nest = Nest::none;
    next.in_facts = true;
  } else if (slot.nest == Nest::by_measure) {
    next.nest = Nest::facts;
  } else if (slot.nest == Nest::by_name) {
    next.rule = slot.rule;
  } else if (slot.nest == Nest::none || slot.in_defaults) {
    next.known = false;
  } else {
    const auto child = child_of(*slot.rule, key);
    next.nest = child.nest;
    next.rule = child.rule;
    next.names = child.names;
    next.parent = slot.rule;
    next.in_facts = field_named(*slot.rule, key) == nullptr && slot.rule->open;
    next.in_defaults = slot.rule == &check::file_rule() && key == "defaults";
    if (next.in_defaults) next.nest = Nest::record;
  }
  return next;
}

Slot slot_of(const Cursor& cursor) {
  Slot slot;
  for (const auto& key : cursor.path) slot = step(slot, key);
  return slot;
}

void offer_keys(const Slot& slot, const Cursor& cursor, Offers& offers) {
  const auto add = [&](const check::RecordRule& rule) {
    for (const auto& field : rule.fields) {
      if (slot.in_defaults && (!rule.has_defaults || field.name == "id")) continue;
      if (cursor.siblings.find(field.name) == cursor.siblings.end()) offers.key(field);
    }
  };
  if (slot.in_defaults) {
    for (const auto* rule : check::all_rules()) add(*rule);
    return;
  }
  add(*slot.rule);
  if (slot.rule->open) offers.attributes(cursor.siblings);
}

void offer_value(const Slot& slot, const std::string& key, const Cursor& cursor, Offers& offers) {
  if (slot.nest == Nest::facts) return offers.values(key);
  const auto* rule = slot.rule;
  if (slot.nest != Nest::record && slot.nest != Nest::list) return;
  if (slot.in_defaults) rule = &check::event_rule();
  const auto* field = field_named(*rule, key);
  if (field == nullptr) return rule->open ? offers.values(key) : void();
  offers.field(*rule, *field, cursor);
}

void offer_item(const Slot& slot, const Cursor& cursor, Offers& offers) {
  if (slot.nest == Nest::facts) return offers.attributes(cursor.siblings);
  if (slot.nest == Nest::by_measure) return offers.names(Kind::measure, {}, cursor);
  if (slot.in_facts) return offers.values(slot.key);
  if (slot.nest == Nest::list && slot.rule == &check::member_rule()) offers.members(cursor);
  if (slot.nest == Nest::record || slot.nest == Nest::list) return offer_keys(slot, cursor, offers);
  const auto* field = slot.parent == nullptr ? nullptr : field_named(*slot.parent, slot.key);
  if (field != nullptr) offers.field(*slot.parent, *field, cursor);
}

}  // namespace

Json completion(Session& session, const Json& params) {
  auto& workspace = session.workspace;
  const auto& uri = params.at("textDocument").at("uri").get_ref<const std::string&>();
  const auto path = path_of(uri);
  const auto open = path ? workspace.documents.find(*path) : workspace.documents.end();
  auto* set = open == workspace.documents.end() ? nullptr : workspace.set_of(*path);
  if (set == nullptr) return nullptr;
  if (set->index.files().empty()) workspace.indexed(*set);
  const auto& document = open->second;
  const auto position = position_in(params.at("position"));
  const auto offset = document.lines.offset_of(document.text, position, workspace.encoding);
  const auto cursor = cursor_at(document.text, offset);
  Offers offers(*set);
  const auto slot = slot_of(cursor);
  if (slot.known && !cursor.in_comment) {
    if (cursor.in_value) {
      offer_value(slot, cursor.key, cursor, offers);
    } else {
      offer_item(slot, cursor, offers);
    }
  }
  const auto begin = document.lines.position_of(document.text, cursor.word_begin, workspace.encoding);
  return offers.list({begin, position}, most_items);
}

}  // namespace inforce::lsp
