package de.kimhub.steering.board;

import de.kimhub.steering.cube.Cube;
import de.kimhub.steering.cube.Release;
import de.kimhub.steering.cube.ReleaseContent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The release that a page shows: the newest, unless another is chosen. */
@Component
class Chosen {

    private final Cube cube;

    Chosen(Cube cube) {
        this.cube = cube;
    }

    /**
     * Also gives the page what its navigation needs.
     *
     * @param stand id of a release; {@code null}: the newest
     * @return empty when nothing is released yet
     */
    Optional<ReleaseContent> of(String stand, Area area, Model model) {
        List<Release> all = cube.releases();
        Optional<Release> release = stand == null || stand.isEmpty() ? all.stream().findFirst()
                : Optional.of(all.stream().filter(one -> one.id().equals(stand)).findFirst()
                        .orElseThrow(() -> new BoardRefused(BoardProblem.NO_PAGE)));
        model.addAttribute("veroeffentlichungen", all);
        model.addAttribute("veroeffentlichung", release.orElse(null));
        model.addAttribute("stand", stand == null || stand.isEmpty() ? null : stand);
        model.addAttribute("seite", area == null ? "" : area.path());
        return release.map(cube::content);
    }
}
