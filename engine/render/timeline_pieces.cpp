#include "engine/render/timeline_pieces.h"

#include "engine/render/svg.h"

namespace inforce::render_timeline {

namespace {

using svg::pixels;

// A4 and Letter both have room for these, at the width of the page; the first sheet has the heading too.
constexpr Tenths first_sheet = 10500;
constexpr Tenths other_sheet = 14400;

constexpr Tenths lane_gap = 70;     ///< Above the line of a lane.
constexpr Tenths title_room = 330;  ///< Of the title of a lane that goes on.

/// A place where the picture may be cut, and the lane that is below.
struct Cut {
  Tenths y = 0;
  std::size_t lane = 0;
  bool between_lanes = false;
};

std::vector<Cut> cuts_of(const Picture& picture) {
  std::vector<Cut> cuts;
  for (std::size_t i = 0; i < picture.lanes.size(); ++i) {
    const auto& lane = picture.lanes[i];
    cuts.push_back({lane.top - lane_gap, i, true});
    for (std::size_t row = 1; row < lane.rows.size(); ++row) cuts.push_back({lane.rows[row].label_y - 200, i, false});
  }
  return cuts;
}

/// The last cut that the sheet has room for; one between lanes is better, if it leaves no more than a third empty.
const Cut* best_of(const std::vector<Cut>& cuts, Tenths top, Tenths room) {
  const Cut* last = nullptr;
  const Cut* between = nullptr;
  for (const auto& cut : cuts) {
    if (cut.y <= top || cut.y - top > room) continue;
    last = &cut;
    if (cut.between_lanes && 3 * (cut.y - top) >= 2 * room) between = &cut;
  }
  return between != nullptr ? between : last;
}

std::string use(const std::string& part) { return "<use href=\"#tl-" + part + "\"/>"; }

/// A part of the picture in its own window, which cuts off what is beyond.
std::string window(const Picture& picture, Tenths y, Tenths top, Tenths height, const std::string& parts) {
  const auto width = pixels(picture.width);
  return "<svg y=\"" + pixels(y) + "\" width=\"" + width + "\" height=\"" + pixels(height) + "\" viewBox=\"0 " +
         pixels(top) + " " + width + " " + pixels(height) + "\">" + parts + "</svg>";
}

std::string piece_svg(const Picture& picture, const Piece& piece, bool first, bool last) {
  auto parts = use("grid");
  if (first) parts += use("head");
  for (std::size_t i = 0; i < piece.lanes; ++i) parts += use("lane-" + std::to_string(piece.first_lane + i));
  if (last) parts += use("legend");
  const auto height = piece.bottom - piece.top;
  const Tenths axis = first ? 0 : picture.axis_y + lane_gap;
  const Tenths title = piece.goes_on ? title_room : 0;
  std::string all = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tl\" viewBox=\"0 0 " + pixels(picture.width) +
                    " " + pixels(axis + title + height) + "\">";
  if (!first) all += window(picture, 0, 0, axis, use("grid") + use("axis"));
  if (piece.goes_on) {
    const auto words = picture.lanes[piece.first_lane].title + ", continued";
    all += svg::text(picture.axis.left, axis + 200, "tl-lane", words);
  }
  return all + window(picture, axis + title, piece.top, height, parts) + "</svg>\n";
}

}  // namespace

std::vector<Piece> pieces_of(const Picture& picture, Tenths bottom) {
  const auto cuts = cuts_of(picture);
  std::vector<Piece> pieces;
  Piece piece;
  while (bottom - piece.top > (pieces.empty() ? first_sheet : other_sheet)) {
    const auto* cut = best_of(cuts, piece.top, pieces.empty() ? first_sheet : other_sheet);
    if (cut == nullptr) break;
    piece.bottom = cut->y;
    piece.lanes = cut->lane + (cut->between_lanes ? 0 : 1) - piece.first_lane;
    pieces.push_back(piece);
    piece = Piece{cut->y, 0, cut->lane, 0, !cut->between_lanes};
  }
  piece.bottom = bottom;
  piece.lanes = picture.lanes.size() - piece.first_lane;
  pieces.push_back(piece);
  return pieces;
}

std::string pieces_svg(const Picture& picture, Tenths bottom) {
  const auto pieces = pieces_of(picture, bottom);
  if (pieces.size() < 2) return {};
  std::string all;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    all += piece_svg(picture, pieces[i], i == 0, i + 1 == pieces.size());
  }
  return all;
}

}  // namespace inforce::render_timeline
