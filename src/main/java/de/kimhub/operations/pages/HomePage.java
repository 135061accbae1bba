package de.kimhub.operations.pages;

import de.kimhub.connector.Instance;
import de.kimhub.operations.account.Role;
import de.kimhub.operations.account.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What there is to do. */
@Controller
class HomePage {

    private static final int COUNTED = 100;

    private final OwnInstance own;
    private final Shelf shelf;
    private final Notices notices;
    private final Receipts receipts;
    private final ByHand byHand;

    HomePage(OwnInstance own, Shelf shelf, Notices notices, Receipts receipts, ByHand byHand) {
        this.byHand = byHand;
        this.own = own;
        this.shelf = shelf;
        this.notices = notices;
        this.receipts = receipts;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) String passwort, Model model) {
        if (who.may(Role.VERWALTUNG)) {
            return "start";
        }
        if (who.steers()) {
            return "redirect:/lenkungsgruppe" + (passwort == null ? "" : "?passwort");
        }
        Instance instance = own.of(who);
        if (who.may(Role.DATEIEN)) {
            model.addAttribute("bereit", shelf.of(instance).size());
        }
        if (who.may(Role.MELDUNGEN)) {
            int number = own.numberOf(who);
            model.addAttribute("offen", notices.sheets(number, COUNTED).stream().filter(one -> one.doneAt() == null).count()
                    + receipts.withRefusals(number, COUNTED).stream().filter(one -> one.doneAt() == null).count()
                    + byHand.of(number, COUNTED).stream().filter(one -> one.doneAt() == null).count());
        }
        return "start";
    }
}
