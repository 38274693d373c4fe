#include "tools/inforce/lsp/offers.h"

#include <array>

#include <nlohmann/json.hpp>

#include "engine/calendar/zone.h"
#include "engine/model/countries.h"
#include "engine/model/rulebook.h"
#include "tools/inforce/lsp/encode.h"

namespace inforce::lsp {

namespace {

/// Which measures a key may name.
bool goes_with(std::string_view key, const check::RecordRule* rule) {
  const bool group = rule == &check::group_rule();
  if (key == "enlist" || key == "delist") return group;
  if (key == "releases") return rule == &check::restriction_rule();
  return !group || key.empty() || key == "measures" || key == "without";
}

}  // namespace

void Offers::add(const std::string& label, OfferKind kind, std::string detail, std::string text) {
  offers_.try_emplace(label, Offer{kind, std::move(detail), std::move(text)});
}

void Offers::key(const check::FieldRule& field) {
  add(std::string(field.name), OfferKind::key, std::string(field.sentence), std::string(field.name) + ": ");
}

void Offers::words(std::span<const std::string_view> words, std::string_view detail) {
  for (const auto word : words) add(std::string(word), OfferKind::word, std::string(detail));
}

void Offers::field(const check::RecordRule& rule, const check::FieldRule& field, const Cursor& cursor) {
  using check::Shape;
  const auto kind = named_by(rule, field.name);
  if (kind != Kind::none) return names(kind, field.name, cursor);
  words(check::texts_of(field.words), field.sentence);
  switch (field.shape) {
    case Shape::flag:
      add("true", OfferKind::word);
      add("false", OfferKind::word);
      break;
    case Shape::jurisdiction:
      for (const auto& country : model::countries()) {
        if (!country.withdrawn)
          add(std::string(country.code), OfferKind::word, std::string(model::name_of(country.code)));
      }
      break;
    case Shape::zone:
      for (const auto& zone : calendar::zone_names()) add(zone, OfferKind::word);
      break;
    case Shape::date:
      date(cursor.before, field.name);
      break;
    case Shape::condition:
      condition(cursor.before);
      break;
    default:
      break;
  }
}

void Offers::names(Kind kind, std::string_view key, const Cursor& cursor) {
  const auto slash = cursor.before.find('/');
  if (kind == Kind::measure && slash != std::string::npos) {
    auto group = std::string_view(cursor.before).substr(0, slash);
    group.remove_prefix(group.find_last_of(" ,") == std::string_view::npos ? 0 : group.find_last_of(" ,") + 1);
    return members_of(group, true);
  }
  for (const auto& [id, found] : set_.index.defined(kind)) {
    if (kind == Kind::measure && !goes_with(key, found.occurrence->rule)) continue;
    add(id, OfferKind::name, title_of(found.occurrence->body));
  }
}

void Offers::attributes(const Siblings& but) {
  for (const auto& [id, found] : set_.index.defined(Kind::attribute)) {
    if (but.find(id) == but.end()) add(id, OfferKind::attribute, title_of(found.occurrence->body), id + ": ");
  }
}

void Offers::values(const std::string& attribute) {
  const auto declared = set_.index.definition({Kind::attribute, attribute});
  const auto type = declared ? text_under(declared->occurrence->body, "type") : std::string_view{};
  if (type == "country") {
    for (const auto& country : model::countries()) {
      if (!country.withdrawn)
        add(std::string(country.code), OfferKind::word, std::string(model::name_of(country.code)));
    }
  }
  if (type == "flag") {
    add("true", OfferKind::word);
    add("false", OfferKind::word);
  }
  const auto prefix = attribute + "=";
  const auto all = set_.index.defined(Kind::value);
  for (auto at = all.lower_bound(prefix); at != all.end() && at->first.starts_with(prefix); ++at) {
    add(at->first.substr(prefix.size()), OfferKind::word, title_of(at->second.occurrence->body));
  }
}

void Offers::members(const Cursor& cursor) {
  for (const auto* key : {"enlist", "delist"}) {
    const auto group = cursor.around.find(key);
    if (group != cursor.around.end()) members_of(group->second, false);
  }
}

void Offers::calendars() {
  for (const auto& [id, found] : set_.index.defined(Kind::calendar)) {
    add(id, OfferKind::name, title_of(found.occurrence->body));
  }
}

void Offers::groups() {
  for (const auto& [id, found] : set_.index.defined(Kind::measure)) {
    if (goes_with("enlist", found.occurrence->rule)) add(id, OfferKind::name, title_of(found.occurrence->body));
  }
}

void Offers::members_of(std::string_view group, bool with_group) {
  const auto prefix = std::string(group) + "/";
  for (const auto& [path, file] : set_.index.files()) {
    for (const auto& each : file->best().occurrences) {
      if (each.kind != Kind::member || !each.defines || !each.id.starts_with(prefix)) continue;
      add(with_group ? each.id : each.id.substr(prefix.size()), OfferKind::name);
    }
  }
}

Json Offers::list(Range replaced, std::size_t most) const {
  Json items = Json::array();
  for (const auto& [label, offer] : offers_) {
    if (items.size() == most) break;
    const auto& text = offer.text.empty() ? label : offer.text;
    Json item = {{"label", label},
                 {"kind", static_cast<int>(offer.kind)},
                 {"textEdit", {{"range", to_json(replaced)}, {"newText", text}}}};
    if (!offer.detail.empty()) item["detail"] = offer.detail;
    items.push_back(std::move(item));
  }
  return {{"isIncomplete", offers_.size() > most}, {"items", std::move(items)}};
}

}  // namespace inforce::lsp
