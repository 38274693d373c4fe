#include "tools/inforce/lsp/index.h"

#include <algorithm>

namespace inforce::lsp {

const Occurrence* FileIndex::at(std::size_t offset) const {
  const Occurrence* found = nullptr;
  for (const auto& each : occurrences) {
    if (each.span.begin > offset) break;
    if (offset > each.span.end) continue;
    if (found == nullptr || each.span.end - each.span.begin <= found->span.end - found->span.begin) found = &each;
  }
  return found;
}

const Place* FileIndex::place_at(std::size_t offset) const {
  const auto covers = [&](Span span) { return span.begin <= offset && offset <= span.end; };
  for (const auto& place : places) {
    if (place.entry->key.span.begin > offset) break;
    const auto& value = place.entry->value;
    if (covers(place.entry->key.span) || (value.is_scalar() && covers(value.span))) return &place;
  }
  return nullptr;
}

void RuleIndex::update(const Sources& sources, const std::vector<std::string>& paths) {
  std::map<std::string, std::shared_ptr<FileIndex>> files;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const std::string path(sources.path({i}));
    if (!std::binary_search(paths.begin(), paths.end(), path)) continue;
    const auto text = sources.text(FileId{i});
    const auto known = files_.find(path);
    if (known != files_.end() && known->second->text() == text) {
      files.emplace(path, known->second);
      continue;
    }
    auto fresh = index_of(path, std::string(text));
    if (!fresh->whole && known != files_.end()) {
      fresh->last_whole = known->second->whole ? known->second : known->second->last_whole;
    }
    files.emplace(path, std::move(fresh));
  }
  files_ = std::move(files);
  attributes_.clear();
  for (const auto& [id, found] : defined(Kind::measure)) {
    if (found.occurrence->rule != &check::group_rule()) continue;
    attributes_.emplace(id, text_under(found.occurrence->body, "attribute"));
  }
}

const FileIndex* RuleIndex::file(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : found->second.get();
}

std::string RuleIndex::attribute_of(std::string_view group) const {
  const auto found = attributes_.find(group);
  return found == attributes_.end() ? std::string{} : found->second;
}

Symbol RuleIndex::symbol_of(const Occurrence& occurrence) const {
  if (occurrence.kind != Kind::member) return {occurrence.kind, occurrence.id};
  const auto slash = occurrence.id.find('/');
  const auto attribute = attribute_of(occurrence.id.substr(0, slash));
  if (attribute.empty()) return {Kind::member, occurrence.id};
  return {Kind::value, attribute + "=" + occurrence.id.substr(slash + 1)};
}

std::vector<RuleIndex::Found> RuleIndex::all(const Symbol& symbol) const {
  std::vector<Found> found;
  for (const auto& [path, file] : files_) {
    const auto& best = file->best();
    for (const auto& each : best.occurrences) {
      if (symbol_of(each) == symbol) found.push_back({&best, &each});
    }
  }
  std::stable_partition(found.begin(), found.end(), [](const Found& each) { return each.occurrence->defines; });
  return found;
}

std::optional<RuleIndex::Found> RuleIndex::definition(const Symbol& symbol) const {
  for (const auto& [path, file] : files_) {
    const auto& best = file->best();
    for (const auto& each : best.occurrences) {
      if (each.defines && symbol_of(each) == symbol) return Found{&best, &each};
    }
  }
  return std::nullopt;
}

std::map<std::string, RuleIndex::Found> RuleIndex::defined(Kind kind) const {
  std::map<std::string, Found> found;
  for (const auto& [path, file] : files_) {
    const auto& best = file->best();
    for (const auto& each : best.occurrences) {
      if (!each.defines || (each.kind != kind && !(kind == Kind::value && each.kind == Kind::member))) continue;
      found.try_emplace(symbol_of(each).id, Found{&best, &each});
    }
  }
  return found;
}

std::string_view text_under(const syntax::Node* map, std::string_view key) {
  if (map == nullptr) return {};
  for (const auto& entry : map->entries) {
    if (entry.key.text == key && entry.value.is_scalar()) return entry.value.text;
  }
  return {};
}

std::string title_of(const syntax::Node* body) {
  const auto title = text_under(body, "title");
  return std::string(title.empty() ? text_under(body, "name") : title);
}

}  // namespace inforce::lsp
