package de.kimhub.operations.pages;

import de.kimhub.connector.Instance;
import de.kimhub.operations.account.SignedIn;
import de.kimhub.operations.pages.LaidOut.LaidOutFile;
import de.kimhub.operations.pages.Receipts.Receipt;
import de.kimhub.operations.pages.Receipts.State;
import de.kimhub.operations.pages.Shelf.Parcel;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.io.InputStreamResource;
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
import org.springframework.web.bind.annotation.RequestParam;

/** "Dateien abgeben und abholen". */
@Controller
@RequestMapping("/dateien")
class FilesPage {

    private static final int SHOWN = 50;
    private static final int REFUSED_SHOWN = 500;
    /** A small file is mostly worked on within this time: then its sender sees at once what became of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final OwnInstance own;
    private final HandIn handIn;
    private final Receipts receipts;
    private final Shelf shelf;
    private final Clock clock;

    FilesPage(OwnInstance own, HandIn handIn, Receipts receipts, Shelf shelf, Clock clock) {
        this.own = own;
        this.handIn = handIn;
        this.receipts = receipts;
        this.shelf = shelf;
        this.clock = clock;
    }

    @GetMapping
    String overview(@AuthenticationPrincipal SignedIn who, Model model) {
        Instance instance = own.of(who);
        model.addAttribute("nimmt", own.takesFiles(instance));
        model.addAttribute("formular", clock.millis());
        model.addAttribute("bereit", shelf.of(instance));
        model.addAttribute("abgaben", receipts.latest(own.numberOf(who), SHOWN));
        own.note(who, "files-listed", "receipts and what is laid out");
        return "dateien";
    }

    /** @param formular when the form was shown, in milliseconds */
    @PostMapping("/abgeben")
    String handIn(@AuthenticationPrincipal SignedIn who, @RequestParam long formular, HttpServletRequest request) {
        Instance instance = own.of(who);
        if (!own.takesFiles(instance)) {
            throw new PageRefused(PageProblem.NOT_TAKEN);
        }
        long document = handIn.take(instance.id(), request, Instant.ofEpochMilli(formular));
        own.note(who, "file-handed-in", "document " + document);
        awaitResult(own.numberOf(who), document);
        return "redirect:/dateien/abgaben/" + document;
    }

    private void awaitResult(int instance, long document) {
        Instant end = Instant.now().plus(PATIENCE);
        try {
            while (receipts.find(instance, document).filter(one -> one.state() == State.AT_WORK).isPresent()
                    && Instant.now().isBefore(end)) {
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @GetMapping("/abgaben/{id}")
    String receipt(@AuthenticationPrincipal SignedIn who, @PathVariable long id, Model model) {
        int instance = own.numberOf(who);
        Receipt receipt = receipts.find(instance, id).orElseThrow(() -> new PageRefused(PageProblem.NOT_FOUND));
        model.addAttribute("abgabe", receipt);
        model.addAttribute("zurueckgestellt", receipts.refused(instance, id, REFUSED_SHOWN));
        own.note(who, "receipt-read", "document " + id);
        return "abgabe";
    }

    @GetMapping("/abholen/{id}/{endung}")
    ResponseEntity<InputStreamResource> fetch(@AuthenticationPrincipal SignedIn who, @PathVariable long id,
                                              @PathVariable String endung) throws IOException {
        Instance instance = own.of(who);
        Parcel parcel = parcel(instance, id);
        LaidOutFile file = parcel.files().stream().filter(one -> one.extension().equals(endung)).findFirst()
                .orElseThrow(() -> new PageRefused(PageProblem.GONE));
        InputStream content = shelf.open(instance, parcel, file).orElseThrow(() -> new PageRefused(PageProblem.GONE));
        own.note(who, "file-fetched", "batch " + id);
        String name = "kimhub-" + id + "." + file.extension();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .body(new InputStreamResource(content));
    }

    /** Fetching alone takes nothing away: the connection may break. */
    @PostMapping("/abgeholt/{id}")
    String fetched(@AuthenticationPrincipal SignedIn who, @PathVariable long id) throws IOException {
        Instance instance = own.of(who);
        Parcel parcel = parcel(instance, id);
        shelf.remove(instance, parcel);
        own.note(who, "file-collected", "batch " + id);
        return "redirect:/dateien?abgeholt";
    }

    private Parcel parcel(Instance instance, long id) {
        return shelf.find(instance, id).orElseThrow(() -> new PageRefused(PageProblem.GONE));
    }
}
