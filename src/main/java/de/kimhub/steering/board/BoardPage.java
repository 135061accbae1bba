package de.kimhub.steering.board;

import de.kimhub.steering.cube.ReleaseContent;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steering group's figures. */
@Controller
@RequestMapping("/lenkungsgruppe")
class BoardPage {

    private static final List<Integer> ON_THE_FIRST = List.of(6, 4, 9);

    private final Chosen chosen;
    private final Hurdles hurdles;

    BoardPage(Chosen chosen, Hurdles hurdles) {
        this.chosen = chosen;
        this.hurdles = hurdles;
    }

    @GetMapping
    String overview(@RequestParam(required = false) String stand, Model model) {
        chosen.of(stand, null, model).ifPresent(content -> {
            model.addAttribute("kacheln", Tiles.of(content, hurdles.approved()));
            model.addAttribute("bilder", ON_THE_FIRST.stream().flatMap(number -> content.ofIndicator(number).stream()
                    .filter(table -> !table.withheld()).limit(1)).map(table -> Panels.of(content, table)).toList());
            model.addAttribute("termine", content.calendar().stream()
                    .filter(day -> !day.day().isBefore(java.time.LocalDate.now())).toList());
        });
        return "lenkungsgruppe/uebersicht";
    }

    @GetMapping("/{seite:[a-z-]+}")
    String area(@PathVariable String seite, @RequestParam(required = false) String stand, Model model) {
        Area area = Arrays.stream(Area.values()).filter(one -> one.path().equals(seite) && one != Area.HUERDEN).findFirst()
                .orElseThrow(() -> new BoardRefused(BoardProblem.NO_PAGE));
        model.addAttribute("titel", area.title());
        chosen.of(stand, area, model).ifPresent(content -> fill(area, content, model));
        return area == Area.DATENSTAND ? "lenkungsgruppe/datenstand" : "lenkungsgruppe/bilder";
    }

    private static void fill(Area area, ReleaseContent content, Model model) {
        List<Panel> panels = Panels.of(content, area.indicators());
        model.addAttribute("bilder", area != Area.KOMMUNEN ? panels
                : java.util.stream.Stream.concat(panels.stream(), CasesPerPost.of(content).stream()).toList());
        model.addAttribute("lieferungen", content.dataStates());
    }
}
