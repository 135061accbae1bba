package de.kimhub.operations.pages;

import de.kimhub.operations.account.SignedIn;
import de.kimhub.operations.pages.Notices.Sheet;
import de.kimhub.operations.pages.Receipts.Receipt;
import de.kimhub.translation.NoticeSheet;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** "Meldungen": notice sheets to read and print, and what was refused of what the instance handed over. */
@Controller
@RequestMapping("/meldungen")
class NoticesPage {

    private static final int SHOWN = 100;
    private static final int REFUSED_SHOWN = 500;

    private final OwnInstance own;
    private final Notices notices;
    private final Receipts receipts;
    private final ByHand byHand;

    NoticesPage(OwnInstance own, Notices notices, Receipts receipts, ByHand byHand) {
        this.byHand = byHand;
        this.own = own;
        this.notices = notices;
        this.receipts = receipts;
    }

    @GetMapping
    String overview(@AuthenticationPrincipal SignedIn who, Model model) {
        int instance = own.numberOf(who);
        List<Sheet> sheets = notices.sheets(instance, SHOWN);
        List<Receipt> refused = receipts.withRefusals(instance, SHOWN);
        List<ByHand.Task> tasks = byHand.of(instance, SHOWN);
        model.addAttribute("aufgaben", tasks.stream().filter(task -> task.doneAt() == null).toList());
        model.addAttribute("aufgabenErledigt", tasks.stream().filter(task -> task.doneAt() != null).toList());
        model.addAttribute("blaetter", sheets.stream().filter(sheet -> sheet.doneAt() == null).toList());
        model.addAttribute("blaetterErledigt", sheets.stream().filter(sheet -> sheet.doneAt() != null).toList());
        model.addAttribute("abgaben", refused.stream().filter(receipt -> receipt.doneAt() == null).toList());
        model.addAttribute("abgabenErledigt", refused.stream().filter(receipt -> receipt.doneAt() != null).toList());
        own.note(who, "notices-listed", "notice sheets, refusals and tasks");
        return "meldungen";
    }

    @GetMapping("/abgabe/{id}")
    String refusals(@AuthenticationPrincipal SignedIn who, @PathVariable long id, Model model) {
        int instance = own.numberOf(who);
        model.addAttribute("abgabe", receipt(instance, id));
        model.addAttribute("zurueckgestellt", receipts.refused(instance, id, REFUSED_SHOWN));
        own.note(who, "receipt-read", "document " + id);
        return "abgabe";
    }

    @GetMapping("/blatt/{id}")
    String sheet(@AuthenticationPrincipal SignedIn who, @PathVariable long id, Model model) {
        int instance = own.numberOf(who);
        model.addAttribute("blatt", find(instance, id));
        model.addAttribute("inhalt", notices.content(instance, id).orElse(null));
        own.note(who, "notice-sheet-read", "batch " + id);
        return "meldungsblatt";
    }

    @GetMapping("/blatt/{id}/pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn who, @PathVariable long id) {
        int instance = own.numberOf(who);
        find(instance, id);
        NoticeSheet sheet = notices.content(instance, id).orElseThrow(() -> new PageRefused(PageProblem.GONE));
        own.note(who, "notice-sheet-read", "batch " + id);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("meldungsblatt-" + id + ".pdf").build().toString()).body(sheet.pdf());
    }

    @PostMapping("/blatt/{id}/erledigt")
    String sheetDone(@AuthenticationPrincipal SignedIn who, @PathVariable long id) {
        return done(who, "sheet", find(own.numberOf(who), id).id());
    }

    @PostMapping("/blatt/{id}/offen")
    String sheetOpen(@AuthenticationPrincipal SignedIn who, @PathVariable long id) {
        return open(who, "sheet", find(own.numberOf(who), id).id());
    }

    @PostMapping("/abgabe/{id}/erledigt")
    String receiptDone(@AuthenticationPrincipal SignedIn who, @PathVariable long id) {
        return done(who, "document", receipt(own.numberOf(who), id).id());
    }

    /** There is no way back: that it is done is proof for who has to show that recipients know. */
    @PostMapping("/aufgabe/{id}/erledigt")
    String taskDone(@AuthenticationPrincipal SignedIn who, @PathVariable long id) {
        if (!byHand.done(own.numberOf(who), id, who.name())) {
            throw new PageRefused(PageProblem.NOT_FOUND);
        }
        own.note(who, "task-confirmed", "task " + id);
        return "redirect:/meldungen?erledigt";
    }

    @PostMapping("/abgabe/{id}/offen")
    String receiptOpen(@AuthenticationPrincipal SignedIn who, @PathVariable long id) {
        return open(who, "document", receipt(own.numberOf(who), id).id());
    }

    private String done(SignedIn who, String kind, long id) {
        notices.done(own.numberOf(who), kind, id, who.account());
        own.note(who, "notice-done", kind + " " + id);
        return "redirect:/meldungen?erledigt";
    }

    private String open(SignedIn who, String kind, long id) {
        notices.openAgain(own.numberOf(who), kind, id);
        own.note(who, "notice-open-again", kind + " " + id);
        return "redirect:/meldungen?offen";
    }

    private Sheet find(int instance, long id) {
        return notices.find(instance, id).orElseThrow(() -> new PageRefused(PageProblem.NOT_FOUND));
    }

    private Receipt receipt(int instance, long id) {
        return receipts.find(instance, id).orElseThrow(() -> new PageRefused(PageProblem.NOT_FOUND));
    }
}
