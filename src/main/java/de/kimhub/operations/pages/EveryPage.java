package de.kimhub.operations.pages;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Instance;
import de.kimhub.message.TestOperation;
import de.kimhub.operations.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows: whose it is, who is signed in, whom to ask. */
@ControllerAdvice
class EveryPage {

    private static final String STEERING = "Lenkungsgruppe";

    private final CurrentInstallation installation;
    private final PageSettings settings;

    EveryPage(CurrentInstallation installation, PageSettings settings) {
        this.installation = installation;
        this.settings = settings;
    }

    @ModelAttribute("wer")
    SignedIn who() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }

    @ModelAttribute("stelle")
    String instance() {
        return Optional.ofNullable(who()).map(one -> one.steers() ? STEERING : one.instance().flatMap(this::find).map(EveryPage::title)
                .orElse("")).orElse("");
    }

    private Optional<Instance> find(String id) {
        return installation.now().instance(id).or(() -> installation.now().instance(TestOperation.idOf(id)));
    }

    private static String title(Instance instance) {
        return instance.inTest() ? instance.title() + " (Testbetrieb: nur Testdaten)" : instance.title();
    }

    @ModelAttribute("pfad")
    String path(HttpServletRequest request) {
        return request.getServletPath();
    }

    @ModelAttribute("einstellungen")
    PageSettings settings() {
        return settings;
    }
}
