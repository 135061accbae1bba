package de.kimhub.steering.board;

import de.kimhub.steering.catalogue.Themes;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Structural hurdles: everybody of the group reads them; it and the instances raise them; the KI, below {@code /pflegen}, approves and keeps them. */
@Controller
@RequestMapping("/lenkungsgruppe/huerden")
class HurdlePage {

    private static final String LIST = "lenkungsgruppe/huerden";
    private static final String RAISE = "lenkungsgruppe/huerde-melden";
    private static final String KEEP = "lenkungsgruppe/huerde-pflegen";

    private final Hurdles hurdles;
    private final Chosen chosen;
    private final OfficeTitles offices;

    HurdlePage(Hurdles hurdles, Chosen chosen, OfficeTitles offices) {
        this.offices = offices;
        this.hurdles = hurdles;
        this.chosen = chosen;
    }

    @GetMapping
    String list(@RequestParam(required = false) String stand, Model model) {
        chosen.of(stand, Area.HUERDEN, model)
                .ifPresent(content -> model.addAttribute("bilder", Panels.of(content, Area.HUERDEN.indicators())));
        model.addAttribute("huerden", hurdles.approved());
        model.addAttribute("themen", Themes.texts());
        return LIST;
    }

    @GetMapping("/melden")
    String form(Model model) {
        return form(RAISE, HurdleInput.empty(), model);
    }

    @PostMapping("/melden")
    String raise(@ModelAttribute("eingabe") HurdleInput input, Principal who, Model model, HttpServletResponse response) {
        if (!input.objections().isEmpty()) {
            return again(RAISE, input, model, response);
        }
        hurdles.raise(input.content(), who.getName());
        return "redirect:/lenkungsgruppe/huerden/melden?gemeldet";
    }

    @GetMapping("/pflegen")
    String all(Model model) {
        chosen.of(null, Area.HUERDEN, model);
        List<Hurdle> all = hurdles.all();
        model.addAttribute("huerden", all);
        model.addAttribute("stellen", all.stream().map(Hurdle::raisedBy).filter(Objects::nonNull).distinct()
                .collect(Collectors.toMap(id -> id, offices::of)));
        model.addAttribute("themen", Themes.texts());
        return "lenkungsgruppe/huerden-pflegen";
    }

    @GetMapping("/pflegen/{id}")
    String one(@PathVariable long id, Model model) {
        return keep(find(id), HurdleInput.of(find(id)), model);
    }

    @PostMapping("/pflegen/{id}")
    String change(@PathVariable long id, @ModelAttribute("eingabe") HurdleInput input, Principal who, Model model,
                  HttpServletResponse response) {
        Hurdle hurdle = find(id);
        if (!input.objections().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return keep(hurdle, input, model);
        }
        if (!hurdles.change(id, input.fassung(), input.content(), input.state(), input.freigegeben(), who.getName())) {
            throw new BoardRefused(BoardProblem.CHANGED);
        }
        return "redirect:/lenkungsgruppe/huerden/pflegen?gespeichert";
    }

    private String keep(Hurdle hurdle, HurdleInput input, Model model) {
        model.addAttribute("huerde", hurdle);
        model.addAttribute("verlauf", hurdles.history(hurdle.id()));
        model.addAttribute("staende", HurdleState.values());
        return form(KEEP, input, model);
    }

    private String again(String page, HurdleInput input, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return form(page, input, model);
    }

    private String form(String page, HurdleInput input, Model model) {
        chosen.of(null, Area.HUERDEN, model);
        model.addAttribute("eingabe", input);
        model.addAttribute("einwaende", input.equals(HurdleInput.empty()) && page.equals(RAISE) ? List.of() : input.objections());
        model.addAttribute("themen", Themes.texts());
        return page;
    }

    private Hurdle find(long id) {
        return hurdles.find(id).orElseThrow(() -> new BoardRefused(BoardProblem.NO_HURDLE));
    }
}
