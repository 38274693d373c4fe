#include "tools/inforce/unified_diff.h"

#include <algorithm>
#include <vector>

namespace inforce::cli {

namespace {

constexpr std::size_t around = 3;
constexpr std::size_t most_edits = 1500;  // Of which the search keeps the square; beyond, all between is replaced.

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// For each line of either text whether it stands in the other too, by the greedy search of Myers: `reach[k]` is how
/// far the old text is read on the diagonal where `k` more lines of it than of the new one are read.
class Matching {
 public:
  std::vector<bool> in_before;
  std::vector<bool> in_after;

  Matching(const Lines& before, const Lines& after)
      : in_before(before.size()), in_after(after.size()), before_(before), after_(after) {
    while (head_ < std::min(before.size(), after.size()) && before[head_] == after[head_]) ++head_;
    const auto most = std::min(before.size(), after.size()) - head_;
    while (tail_ < most && before[before.size() - 1 - tail_] == after[after.size() - 1 - tail_]) ++tail_;
    for (std::size_t i = 0; i < head_; ++i) in_before[i] = in_after[i] = true;
    for (std::size_t i = 1; i <= tail_; ++i) in_before[before.size() - i] = in_after[after.size() - i] = true;
    search();
  }

 private:
  using Reach = std::vector<std::ptrdiff_t>;

  void search() {
    const auto old_lines = static_cast<std::ptrdiff_t>(before_.size() - head_ - tail_);
    const auto new_lines = static_cast<std::ptrdiff_t>(after_.size() - head_ - tail_);
    const auto most = std::min(old_lines + new_lines, static_cast<std::ptrdiff_t>(most_edits));
    std::vector<Reach> trace;
    Reach reach(static_cast<std::size_t>(2 * most + 3), 0);
    for (std::ptrdiff_t edits = 0; edits <= most; ++edits) {
      trace.emplace_back(reach.begin() + (most + 1 - edits - 1), reach.begin() + (most + 1 + edits + 2));
      for (std::ptrdiff_t k = -edits; k <= edits; k += 2) {
        const auto at = static_cast<std::size_t>(most + 1 + k);
        const bool added = k == -edits || (k != edits && reach[at - 1] < reach[at + 1]);
        std::ptrdiff_t x = added ? reach[at + 1] : reach[at - 1] + 1;
        while (x < old_lines && x - k < new_lines && line(before_, x) == line(after_, x - k)) ++x;
        reach[at] = x;
        if (x >= old_lines && x - k >= new_lines) return walk_back(trace, old_lines, new_lines);
      }
    }
  }

  [[nodiscard]] std::string_view line(const Lines& lines, std::ptrdiff_t i) const {
    return lines[head_ + static_cast<std::size_t>(i)];
  }

  void walk_back(const std::vector<Reach>& trace, std::ptrdiff_t x, std::ptrdiff_t y) {
    for (auto edits = static_cast<std::ptrdiff_t>(trace.size()) - 1; edits >= 0; --edits) {
      const Reach& reach = trace[static_cast<std::size_t>(edits)];
      const auto reached = [&](std::ptrdiff_t k) { return reach[static_cast<std::size_t>(k + edits + 1)]; };
      const std::ptrdiff_t k = x - y;
      const bool added = k == -edits || (k != edits && reached(k - 1) < reached(k + 1));
      const std::ptrdiff_t from = edits == 0 ? 0 : added ? reached(k + 1) : reached(k - 1);
      const std::ptrdiff_t stop = edits == 0 ? 0 : added ? from : from + 1;
      while (x > stop) {
        --x, --y;
        in_before[head_ + static_cast<std::size_t>(x)] = in_after[head_ + static_cast<std::size_t>(y)] = true;
      }
      if (edits == 0) return;
      y = from - (added ? k + 1 : k - 1);
      x = from;
    }
  }

  const Lines& before_;
  const Lines& after_;
  std::size_t head_ = 0;  // Lines alike at the beginning
  std::size_t tail_ = 0;  // and at the end.
};

std::string marked(char sign, std::string_view line) {
  return sign + std::string(line) + (line.ends_with('\n') ? "" : "\n\\ No newline at end of file\n");
}

std::string range(std::size_t begin, std::size_t count) {
  const auto first = std::to_string(count == 0 ? begin : begin + 1);
  return count == 1 ? first : first + "," + std::to_string(count);
}

/// Changes near each other, with the lines around them.
struct Hunk {
  std::size_t old_begin = 0;
  std::size_t old_end = 0;
  std::size_t new_begin = 0;
  std::size_t new_end = 0;
  std::vector<std::string> body;

  [[nodiscard]] std::string text() const {
    std::string out = "@@ -" + range(old_begin, old_end - old_begin) + " +" + range(new_begin, new_end - new_begin);
    out += " @@\n";
    for (const auto& line : body) out += line;
    return out;
  }
};

class Writer {
 public:
  Writer(const Lines& before, const Lines& after) : before_(before), after_(after), matching_(before, after) {}

  std::string write() {
    std::string out;
    while (skip_to_change()) out += hunk().text();
    return out;
  }

 private:
  [[nodiscard]] bool removed() const { return old_ < before_.size() && !matching_.in_before[old_]; }
  [[nodiscard]] bool added() const { return new_ < after_.size() && !matching_.in_after[new_]; }

  bool skip_to_change() {
    while (!removed() && !added()) {
      if (old_ == before_.size()) return false;
      ++old_, ++new_;
    }
    return true;
  }

  Hunk hunk() {
    const auto lead = std::min({around, old_ - done_, new_});
    Hunk found{old_ - lead, 0, new_ - lead, 0, {}};
    for (std::size_t i = old_ - lead; i < old_; ++i) found.body.push_back(marked(' ', before_[i]));
    std::size_t alike = 0;  // Lines since the last change.
    while (alike <= 2 * around && (removed() || added() || old_ < before_.size())) {
      if (removed()) {
        found.body.push_back(marked('-', before_[old_++]));
        alike = 0;
      } else if (added()) {
        found.body.push_back(marked('+', after_[new_++]));
        alike = 0;
      } else {
        found.body.push_back(marked(' ', before_[old_++]));
        ++new_, ++alike;
      }
    }
    const auto extra = alike > around ? alike - around : 0;  // Lines that belong to no change.
    found.body.resize(found.body.size() - extra);
    old_ -= extra;
    new_ -= extra;
    found.old_end = done_ = old_;
    found.new_end = new_;
    return found;
  }

  const Lines& before_;
  const Lines& after_;
  Matching matching_;
  std::size_t old_ = 0;
  std::size_t new_ = 0;
  std::size_t done_ = 0;  // Lines of the old text that are in a hunk already.
};

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const auto head = "--- " + std::string(path) + "\n+++ " + std::string(path) + "\n";
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  return head + Writer(old_lines, new_lines).write();
}

}  // namespace inforce::cli
