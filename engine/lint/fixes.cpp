#include "engine/lint/fixes.h"

#include <algorithm>

namespace inforce::lint {
namespace {

constexpr int most_rounds = 30;
constexpr int most_trials = 200;  // Of fixes alone, each of which looks at all files again.
constexpr std::uint16_t first_code_within_yaml = 100;

// Files of which some have other texts.
class Overlay final : public FileReader {
 public:
  Overlay(const FileReader& below, const std::map<std::string, std::string>& texts) : below_(below), texts_(texts) {}

  [[nodiscard]] Listing list(const std::string& root) const override { return below_.list(root); }
  [[nodiscard]] Content read(const std::string& path) const override {
    const auto found = texts_.find(path);
    return found == texts_.end() ? below_.read(path) : Content{found->second, {}};
  }

 private:
  const FileReader& below_;
  const std::map<std::string, std::string>& texts_;
};

// What a finding is, wherever it stands in its file.
std::string identity(const Diagnostic& one, const Sources& sources) {
  const std::string path = one.primary ? std::string(sources.path(one.primary->span.file)) : std::string();
  return to_string(one.code) + '\n' + path + '\n' + one.message + '\n' + (one.fix ? one.fix->title : "");
}

std::map<std::string, std::size_t> identities(const Fixed& state) {
  std::map<std::string, std::size_t> counts;
  for (const Diagnostic& one : state.report.found) ++counts[identity(one, state.sources)];
  return counts;
}

std::ptrdiff_t unread(const CheckReport& report) {
  return std::count_if(report.found.begin(), report.found.end(), [](const Diagnostic& one) {
    return one.severity == Severity::error && one.code.number < first_code_within_yaml;
  });
}

bool touch(const Span& one, const Span& other) {
  return one.file == other.file && one.begin <= other.end && other.begin <= one.end;
}

class Mender {
 public:
  Mender(const FileReader& files, const Look& look, const Sources& sources, const std::set<std::string>& paths,
         bool unsafe)
      : files_(files), look_(look), sources_(sources), paths_(paths), unsafe_(unsafe) {}

  Fixed mend() {
    state_ = looked_at({});
    for (int round = 0; round < most_rounds; ++round) {
      const std::vector<const Diagnostic*> chosen = choose();
      if (chosen.empty() || !(adopt(chosen) || adopt_one_of(chosen))) break;
    }
    return std::move(state_);
  }

 private:
  Fixed looked_at(std::map<std::string, std::string> texts) {
    Fixed state;
    state.texts = std::move(texts);
    state.sources = sources_;
    state.report = look_(Overlay(files_, state.texts), state.sources);
    return state;
  }

  [[nodiscard]] bool may_change(FileId file) const {
    return paths_.empty() || paths_.count(std::string(state_.sources.path(file))) != 0;
  }

  // Fixes that touch nothing in common, those that stand first before others.
  [[nodiscard]] std::vector<const Diagnostic*> choose() const {
    std::vector<const Diagnostic*> chosen;
    std::set<Span> taken;
    for (const Diagnostic& one : state_.report.found) {
      if (!one.fix || one.fix->edits.empty() || (!one.fix->safe && !unsafe_)) continue;
      if (!may_change(one.fix->edits.front().span.file)) continue;
      if (refused_.count(identity(one, state_.sources)) != 0) continue;
      const auto is_taken = [&](const Edit& edit) {
        const auto next = taken.lower_bound(edit.span);
        return (next != taken.end() && touch(*next, edit.span)) ||
               (next != taken.begin() && touch(*std::prev(next), edit.span));
      };
      if (std::any_of(one.fix->edits.begin(), one.fix->edits.end(), is_taken)) continue;
      for (const Edit& edit : one.fix->edits) taken.insert(edit.span);
      chosen.push_back(&one);
    }
    return chosen;
  }

  [[nodiscard]] std::map<std::string, std::string> edited(const std::vector<const Diagnostic*>& chosen) const {
    std::vector<const Edit*> edits;
    for (const Diagnostic* one : chosen) {
      for (const Edit& edit : one->fix->edits) edits.push_back(&edit);
    }
    std::sort(edits.begin(), edits.end(), [](const Edit* a, const Edit* b) { return a->span > b->span; });
    std::map<std::string, std::string> texts = state_.texts;
    for (const Edit* edit : edits) {  // From the last on, so that the places of the others stay true.
      const std::string path(state_.sources.path(edit->span.file));
      const auto [at, fresh] = texts.try_emplace(path);
      if (fresh) at->second = files_.read(path).text;
      const std::size_t mark = at->second.starts_with("\xEF\xBB\xBF") ? 3 : 0;
      at->second.replace(mark + edit->span.begin, edit->span.end - edit->span.begin, edit->text);
    }
    return texts;
  }

  // Makes the fixes, all or none.
  bool adopt(const std::vector<const Diagnostic*>& chosen) {
    Fixed next = looked_at(edited(chosen));
    if (state_.report.timeline && !next.report.timeline) return false;
    if (unread(next.report) > unread(state_.report)) return false;
    const auto before = identities(state_);
    const auto after = identities(next);
    for (const Diagnostic* one : chosen) {
      const std::string what = identity(*one, state_.sources);
      const auto stays = after.find(what);
      if (stays != after.end() && stays->second >= before.at(what)) return false;
    }
    next.count = state_.count + chosen.size();
    state_ = std::move(next);
    return true;
  }

  // Makes the first fix that can be made alone, and keeps in mind those before it, which cannot.
  bool adopt_one_of(const std::vector<const Diagnostic*>& chosen) {
    for (const Diagnostic* one : chosen) {
      if (++trials_ > most_trials) return false;
      const std::string what = identity(*one, state_.sources);
      if (chosen.size() > 1 && adopt({one})) return true;
      refused_.insert(what);
    }
    return false;
  }

  const FileReader& files_;
  const Look& look_;
  const Sources& sources_;
  const std::set<std::string>& paths_;
  bool unsafe_;
  Fixed state_;
  std::set<std::string> refused_;
  int trials_ = 0;
};

// The word in a help such as "did you mean `x`?", or nothing.
std::string_view suggested(std::string_view help) {
  constexpr std::string_view opening = "did you mean `";
  if (!help.starts_with(opening) || !help.ends_with('?')) return {};
  help.remove_prefix(opening.size());
  return help.substr(0, help.find('`'));
}

}  // namespace

void offer_words(std::vector<Diagnostic>& found, const Sources& sources) {
  for (Diagnostic& one : found) {
    const std::string_view word = suggested(one.help);
    if (word.empty() || one.fix || !one.primary) continue;
    Span at = one.primary->span;
    std::string_view seen = sources.text(at);
    if (seen.size() > 2 && (seen.front() == '"' || seen.front() == '\'') && seen.back() == seen.front()) {
      ++at.begin;
      --at.end;
      seen = sources.text(at);
    }
    const std::string shown = "`" + std::string(seen) + "`";
    if (seen.empty() || one.message.find(shown) == std::string::npos) continue;  // The place is not that of the word.
    one.fix = Fix{"write `" + std::string(word) + "` for " + shown, false, {{at, std::string(word)}}};
  }
}

Fixed make_fixes(const FileReader& files, const Look& look, const Sources& sources, const std::set<std::string>& paths,
                 bool unsafe) {
  return Mender(files, look, sources, paths, unsafe).mend();
}

}  // namespace inforce::lint
