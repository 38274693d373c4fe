#include "engine/check/decode.h"

#include <algorithm>
#include <cassert>

namespace inforce::check {

using syntax::Node;

Fields::Fields(Draft& draft, const RecordRule& rule, const Node& body, Span at, const File* file)
    : rule_(&rule), slots_(rule.fields.size()) {
  take(draft, body);
  fill(draft, at, rule.has_defaults ? file : nullptr);
}

void Fields::take(Draft& draft, const Node& body) {
  for (const Node::Entry& entry : body.entries) {
    if (is_private(entry.key.text)) continue;
    const int index = field_index(*rule_, entry.key.text);
    if (index < 0) {
      if (rule_->open) {
        others_.push_back(&entry);
      } else {
        report_unknown_key(draft, *rule_, entry);
      }
      continue;
    }
    const auto at = static_cast<std::size_t>(index);
    slots_[at].key = &entry.key;
    if (fits(draft, rule_->fields[at], entry.value)) slots_[at].value = &entry.value;
  }
}

void Fields::fill(Draft& draft, Span at, const File* file) {
  if (file != nullptr && file->defaults != nullptr) {
    for (const Node::Entry& entry : file->defaults->entries) {
      const int index = field_index(*rule_, entry.key.text);
      if (index < 0 || slots_[static_cast<std::size_t>(index)].key != nullptr || entry.key.text == "id") continue;
      Slot& slot = slots_[static_cast<std::size_t>(index)];
      slot.key = &entry.key;
      if (fits(draft, rule_->fields[static_cast<std::size_t>(index)], entry.value)) slot.value = &entry.value;
    }
  }
  std::string missing;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (rule_->fields[i].need != Need::required || slots_[i].key != nullptr) continue;
    draft.report(codes::missing_key, std::string(rule_->name) + " needs " + quoted(rule_->fields[i].name), at);
  }
}

const Node* Fields::operator[](std::string_view name) const {
  const int index = field_index(*rule_, name);
  assert(index >= 0);
  return slots_[static_cast<std::size_t>(index)].value;
}

std::string Fields::text(std::string_view name) const {
  const Node* value = (*this)[name];
  return value == nullptr ? std::string() : value->text;
}

const Node* Fields::key(std::string_view name) const {
  const int index = field_index(*rule_, name);
  assert(index >= 0);
  return slots_[static_cast<std::size_t>(index)].key;
}

const std::vector<Node>& Fields::items(std::string_view name) const {
  static const std::vector<Node> none;
  const Node* value = (*this)[name];
  return value == nullptr ? none : value->items;
}

bool is_private(std::string_view key) { return key.starts_with("x-"); }

bool is_id(std::string_view text) {
  bool after_letter = false;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && !((c == '.' || c == '-') && after_letter)) return false;
    after_letter = letter;
  }
  return after_letter;
}

bool is_attribute_name(std::string_view text) {
  if (text.empty() || text.front() < 'a' || text.front() > 'z') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

void check_id(Draft& draft, std::string_view text, Span at) {
  if (is_id(text)) return;
  std::string better;
  for (const char c : text) {
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    better += (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') || low == '.' ? low : '-';
  }
  std::string help = "an id is made of small letters and digits, with single `.` or `-` between them";
  if (is_id(better) && better.size() <= 80) help += ", such as " + quoted(better);
  draft.report(codes::bad_id, quoted(text) + " is not well formed as an id", at, std::move(help));
}

void check_member_id(Draft& draft, std::string_view text, Span at) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const auto is_inner = [&](char c) { return is_letter(c) || c == '.' || c == '-' || c == '_' || c == ':'; };
  const bool edges = !text.empty() && is_letter(text.front()) && is_letter(text.back());
  if (edges && std::all_of(text.begin(), text.end(), is_inner)) return;
  draft.report(
      codes::bad_id, quoted(text) + " is not well formed as the id of a member", at,
      "it is made of letters and digits, with `.`, `-`, `_` or `:` within; give other spellings under `names`");
}

void report_unknown_key(Draft& draft, const RecordRule& rule, const Node::Entry& entry,
                        std::span<const std::string_view> further) {
  const std::string& key = entry.key.text;
  if (key == "next business day" && entry.value.kind == syntax::NodeKind::null) {
    draft.report(codes::quotes_needed, "within braces a comma ends the value, so `next business day` became a key",
                 entry.key.span, "put the whole date in quotes: \"published + 30 days, next business day\"");
    return;
  }
  std::vector<std::string_view> known(further.begin(), further.end());
  for (const FieldRule& field : rule.fields) known.push_back(field.name);
  std::string help = draft.did_you_mean(key, known);
  if (key == "until")
    help = "write `through` (that day is included) or `before` (it is not), and cite which was meant (S5)";
  if (help.empty() && rule.open) help = "declare " + quoted(key) + " in `vocabulary`, or name a private key `x-…`";
  draft.report(codes::unknown_key, std::string(rule.name) + " has no key " + quoted(key), entry.key.span,
               std::move(help));
}

Span text_span(const Node* value) {
  if (value == nullptr) return {};
  return value->verbatim ? value->content : value->span;
}

std::string_view shape_of(const Node& value) {
  switch (value.kind) {
    case syntax::NodeKind::null:
      return "nothing";
    case syntax::NodeKind::scalar:
      return "text";
    case syntax::NodeKind::list:
      return "a list";
    case syntax::NodeKind::map:
      return "a map";
  }
  return {};
}

}  // namespace inforce::check
