// The picture of a page in pieces that a sheet of paper has room for, each under the axis.
#pragma once

#include <string>
#include <vector>

#include "engine/render/timeline_layout.h"

namespace inforce::render_timeline {

/// A stretch of the picture from `top` to `bottom`.
struct Piece {
  Tenths top = 0;
  Tenths bottom = 0;
  std::size_t first_lane = 0;
  std::size_t lanes = 0;  ///< That it shows some of.
  bool goes_on = false;   ///< Its first lane began in the piece before.
};

/// Cut between lanes where that leaves no sheet half empty, else between measures; never through one. `bottom` is where
/// the picture with its legend ends. One piece where one sheet has room for all.
[[nodiscard]] std::vector<Piece> pieces_of(const Picture& picture, Tenths bottom);

/// The pieces as pictures that use the parts of the one on the page; empty where there is one piece.
[[nodiscard]] std::string pieces_svg(const Picture& picture, Tenths bottom);

}  // namespace inforce::render_timeline
