package de.kimhub.operations.pages;

import de.kimhub.operations.account.SignedIn;
import de.kimhub.operations.pages.Objections.Objection;
import de.kimhub.processing.ConsentForm;
import de.kimhub.processing.ConsentRefused;
import de.kimhub.processing.Consents;
import de.kimhub.processing.RecordedConsent;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * "Einwilligung": looking at, recording and withdrawing consents in the instance's own files. A file number travels in the
 * body of a form only, and to the next page within the session; that of another instance is a file that this one has not.
 */
@Controller
@RequestMapping("/einwilligung")
class ConsentPage {

    private final OwnInstance own;
    private final Consents consents;
    private final ConsentChoices choices;
    private final Clock clock;

    ConsentPage(OwnInstance own, Consents consents, ConsentChoices choices, Clock clock) {
        this.own = own;
        this.consents = consents;
        this.choices = choices;
        this.clock = clock;
    }

    @ModelAttribute("auswahl")
    ConsentChoices choices() {
        return choices;
    }

    @ModelAttribute("heute")
    LocalDate today() {
        return LocalDate.now(clock);
    }

    @GetMapping
    String overview(@AuthenticationPrincipal SignedIn who) {
        own.of(who);
        return "einwilligung";
    }

    @PostMapping("/akte")
    String file(@AuthenticationPrincipal SignedIn who, @RequestParam String aktenzeichen, Model model,
                HttpServletResponse response) {
        if (aktenzeichen.isBlank()) {
            return refused("einwilligung", List.of(Objections.noFileNumber()), model, response);
        }
        return show(who, aktenzeichen.strip(), model);
    }

    private String show(SignedIn who, String number, Model model) {
        model.addAttribute("aktenzeichen", number);
        model.addAttribute("einwilligungen", consents.of(new Consents.File(own.of(who).id(), number), who.name()));
        return "einwilligungen";
    }

    @GetMapping("/neu")
    String form(@AuthenticationPrincipal SignedIn who, Model model) {
        own.of(who);
        model.addAttribute("eingabe", ConsentInput.empty(today()));
        return "einwilligung-neu";
    }

    @PostMapping("/neu")
    String record(@AuthenticationPrincipal SignedIn who, @ModelAttribute("eingabe") ConsentInput input, Model model,
                  RedirectAttributes next, HttpServletResponse response) {
        Days days = new Days();
        ConsentForm form = input.form(days);
        List<Objection> objections = new ArrayList<>(Objections.of(days));
        String number = ConsentInput.orNull(input.aktenzeichen());
        if (number == null) {
            objections.add(Objections.noFileNumber());
        }
        if (!objections.isEmpty()) {
            return refused("einwilligung-neu", objections, model, response);
        }
        try {
            RecordedConsent recorded = consents.give(new Consents.File(own.of(who).id(), number), form, who.name());
            next.addFlashAttribute("aktenzeichen", number);
            next.addFlashAttribute("einwilligungen", List.of(recorded));
            return "redirect:/einwilligung/ergebnis?aufgenommen";
        } catch (ConsentRefused refused) {
            return refused("einwilligung-neu", Objections.of(refused), model, response);
        }
    }

    /**
     * @param nummer of the consent; empty: all of the file, or the one of {@code eintrag}
     * @param eintrag of a consent that has no number
     */
    @PostMapping("/widerruf")
    String withdraw(@AuthenticationPrincipal SignedIn who, @RequestParam String aktenzeichen,
                    @RequestParam(defaultValue = "") String nummer, @RequestParam(required = false) Long eintrag,
                    @RequestParam String tag, Model model, RedirectAttributes next, HttpServletResponse response) {
        Days days = new Days();
        LocalDate on = days.of(tag, "tag");
        if (on == null) {
            refused("einwilligungen", Objections.of(days), model, response);
            return show(who, aktenzeichen, model);
        }
        try {
            Consents.File file = new Consents.File(own.of(who).id(), aktenzeichen);
            List<RecordedConsent> withdrawn = eintrag != null ? consents.withdrawUnnumbered(file, eintrag, on, who.name())
                    : consents.withdraw(file, Optional.ofNullable(ConsentInput.orNull(nummer)), on, who.name());
            next.addFlashAttribute("aktenzeichen", aktenzeichen);
            next.addFlashAttribute("einwilligungen", withdrawn);
            return "redirect:/einwilligung/ergebnis?widerrufen";
        } catch (ConsentRefused refused) {
            refused("einwilligungen", Objections.of(refused), model, response);
            return show(who, aktenzeichen, model);
        }
    }

    /** Shown once; read again later, it has nothing to show. */
    @GetMapping("/ergebnis")
    String result(Model model) {
        return model.containsAttribute("einwilligungen") ? "einwilligungen" : "redirect:/einwilligung";
    }

    private static String refused(String page, List<Objection> objections, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("einwaende", objections);
        return page;
    }
}
