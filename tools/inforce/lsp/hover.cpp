// What is known of what the pointer rests on.
#include <nlohmann/json.hpp>

#include "engine/model/rulebook.h"
#include "engine/timeline/compiled.h"
#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/requests.h"
#include "tools/inforce/lsp/tellings.h"

namespace inforce::lsp {

namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
         c == '_' || c == '/';
}

/// The word that the offset lies in or ends.
std::string_view word_at(std::string_view text, std::size_t offset) {
  std::size_t begin = std::min(offset, text.size());
  std::size_t end = begin;
  while (begin > 0 && is_word(text[begin - 1])) --begin;
  while (end < text.size() && is_word(text[end])) ++end;
  return text.substr(begin, end - begin);
}

/// The event that the offset lies in: the last that begins before it.
std::string event_around(const FileIndex& file, std::size_t offset) {
  std::string event;
  for (const auto& place : file.places) {
    if (place.entry->key.span.begin > offset) break;
    event = place.event;
  }
  return event;
}

Asked asked_at(const Workspace& workspace, const Target& target) {
  Asked asked{*target.set->good, target.set->index, workspace.host.today(), "today"};
  const auto event = event_around(target.file->best(), target.offset);
  const auto id = model::find_event(asked.good.rules(), event);
  if (!id) return asked;
  const auto& times = asked.good.timeline.compiled().events[id->value];
  const auto moment = times.effective_last ? times.effective_last : times.last;
  if (!moment || *moment == end_of_time || *moment == beginning_of_time) return asked;
  asked.day = asked.good.rules()[*id].zone.day_of(*moment);
  asked.day_of = event;
  return asked;
}

/// Where no tree can be made of the text: the word alone, whatever it names.
std::string telling_of_word(const Asked& asked, std::string_view word) {
  for (const auto kind :
       {Kind::measure, Kind::event, Kind::source, Kind::authority, Kind::regime, Kind::calendar, Kind::attribute}) {
    auto text = telling(asked, {kind, std::string(word)});
    if (!text.empty()) return text;
  }
  return {};
}

std::string telling_of_date(const WrittenDate& date, const Place& place, const Asked* asked) {
  std::string text = "`" + date.expression.text + "`";
  if (date.days) {
    const auto first = day_with_weekday(date.days->first);
    text += date.days->exact() ? " is **" + first + "**"
                               : " is one day from **" + first + "** to **" + day_with_weekday(date.days->last) + "**";
  }
  const auto* written = std::get_if<calendar::WrittenDay>(&date.expression.anchor);
  if (written != nullptr && written->mark != 0) text += "; marked `" + std::string(1, written->mark) + "`";
  if (asked == nullptr || place.event.empty()) return text;
  const auto id = model::find_event(asked->good.rules(), place.event);
  if (!id) return text;
  const auto& times = asked->good.timeline.compiled().events[id->value];
  if (times.known == beginning_of_time || times.known == end_of_time) return text;
  return text + "\n\nthe event is known from " + day_with_weekday(times.known_day);
}

std::string telling_at(const Workspace& workspace, const Target& target) {
  const auto text = std::string_view(target.document->text).substr(target.document->mark());
  const auto word = word_at(text, target.offset);
  auto code = telling_of_code(word);
  if (!code.empty()) return code;
  std::optional<Asked> asked;
  if (target.set->good) asked.emplace(asked_at(workspace, target));
  if (!target.file->whole) return asked ? telling_of_word(*asked, word) : std::string{};
  const auto* occurrence = target.file->at(target.offset);
  if (occurrence != nullptr && asked) {
    auto told = telling(*asked, target.set->index.symbol_of(*occurrence));
    if (!told.empty()) return told;
  }
  const auto* place = target.file->place_at(target.offset);
  if (place == nullptr) return {};
  const bool on_value = target.offset > place->entry->key.span.end;
  const auto date = on_value ? date_at(*place, asked ? &asked->good.days() : nullptr) : std::nullopt;
  return date ? telling_of_date(*date, *place, asked ? &*asked : nullptr) : telling(*place);
}

}  // namespace

Json hover(Session& session, const Json& params) {
  const auto target = target_of(session.workspace, params);
  if (target.file == nullptr) return nullptr;
  const auto text = telling_at(session.workspace, target);
  return text.empty() ? Json(nullptr) : Json{{"contents", markdown(text)}};
}

}  // namespace inforce::lsp
