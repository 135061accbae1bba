package de.kimhub.operations.pages;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.message.TestOperation;
import de.kimhub.operations.account.SignedIn;
import de.kimhub.privacy.AuditLog;
import org.springframework.stereotype.Component;

/** The instance of whoever is signed in: all that a page looks up is looked up for it. */
@Component
class OwnInstance {

    private final CurrentInstallation installation;
    private final InstanceNumbers numbers;
    private final AuditLog audit;

    OwnInstance(CurrentInstallation installation, InstanceNumbers numbers, AuditLog audit) {
        this.installation = installation;
        this.numbers = numbers;
        this.audit = audit;
    }

    Instance of(SignedIn who) {
        return who.instance().flatMap(id -> installation.now().instance(id)
                        .or(() -> installation.now().instance(TestOperation.idOf(id))).or(() -> installation.now().working(id)))
                .orElseThrow(() -> new PageRefused(PageProblem.NO_INSTANCE));
    }

    int numberOf(SignedIn who) {
        return numbers.of(of(who).id());
    }

    /** Whether files can be handed in on a page: the same that a folder takes. */
    boolean takesFiles(Instance instance) {
        return instance.connector().descriptor().receives().isPresent()
                && instance.receive().map(Endpoint::transport).filter(transport -> !transport.equals("file")).isEmpty();
    }

    /** @param subject ids only */
    void note(SignedIn who, String action, String subject) {
        audit.add(who.name(), action, "instance " + who.instance().orElse("-") + ", " + subject, 1, null);
    }
}
