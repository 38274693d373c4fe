// The picture in pieces for paper: each has room on a sheet, none cuts through anything, and together they are the
// whole.
#include "engine/render/timeline_pieces.h"

#include "tests/support/catch.h"

using namespace inforce;
using namespace inforce::render_timeline;

namespace {

using std::chrono::days;

constexpr Tenths sheet = 14400;

/// A lane of that many measures for each number.
TimelineReport report_of(const std::vector<std::size_t>& lanes) {
  TimelineReport report;
  report.from = std::chrono::year{2025} / 1 / 1;
  report.through = report.from + days{364};
  for (const auto measures : lanes) {
    ReportLane lane;
    lane.title = "Lane " + std::to_string(report.lanes.size());
    for (std::size_t i = 0; i < measures; ++i) {
      lane.rows.push_back(report.rows.size());
      report.rows.emplace_back();
    }
    report.lanes.push_back(std::move(lane));
  }
  return report;
}

bool cuts_through_a_row(const Picture& picture, Tenths y) {
  for (const auto& lane : picture.lanes) {
    for (const auto& row : lane.rows) {
      if (row.label_y - measures::text_size < y && y < row.bar_y + measures::bar_height) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("a picture that one sheet has room for is one piece, and needs no other picture") {
  const auto picture = picture_of(report_of({3, 4}));
  const auto pieces = pieces_of(picture, picture.height + 300);
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].top == 0);
  CHECK(pieces[0].bottom == picture.height + 300);
  CHECK(pieces[0].lanes == 2);
  CHECK(pieces_svg(picture, picture.height + 300).empty());
}

TEST_CASE("pieces follow each other, have room on a sheet and cut through no measure") {
  for (const auto& lanes :
       std::vector<std::vector<std::size_t>>{{90}, {10, 10, 10, 10, 10, 10}, {1, 60, 2, 40, 1}, {119, 1}}) {
    const auto picture = picture_of(report_of(lanes));
    const auto bottom = picture.height + 300;
    const auto pieces = pieces_of(picture, bottom);
    REQUIRE(pieces.size() > 1);
    Tenths at = 0;
    for (const auto& piece : pieces) {
      CHECK(piece.top == at);
      CHECK(piece.bottom - piece.top <= sheet);
      CHECK(!cuts_through_a_row(picture, piece.bottom));
      const bool within = piece.top > picture.lanes[piece.first_lane].top;
      CHECK(piece.goes_on == within);
      CHECK(piece.lanes > 0);
      at = piece.bottom;
    }
    CHECK(at == bottom);
    CHECK(pieces.back().first_lane + pieces.back().lanes == lanes.size());
  }
}

TEST_CASE("a piece is cut between lanes where that leaves no sheet half empty") {
  const auto picture = picture_of(report_of({10, 8, 10, 10, 10, 10}));
  for (const auto& piece : pieces_of(picture, picture.height + 300)) CHECK(!piece.goes_on);
}

TEST_CASE("a lane that goes on is named again, and its name is text") {
  auto report = report_of({90});
  report.lanes[0].title = "<b>Lane</b>";
  const auto picture = picture_of(report);
  const auto drawn = pieces_svg(picture, picture.height + 300);
  CHECK(drawn.find("&lt;b&gt;Lane&lt;/b&gt;, continued") != std::string::npos);
  CHECK(drawn.find("<b>") == std::string::npos);
}
