package de.kimhub.processing;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Installation;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.message.Problem;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingFile;
import de.kimhub.sharing.SharingRules;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The rules and recipients of the installation as it is now. */
@Component
class CurrentRules {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentRules.class);

    private final CurrentInstallation installation;
    private final Recipients recipients;
    private final InstanceNumbers numbers;
    private volatile Known known;

    CurrentRules(CurrentInstallation installation, Recipients recipients, InstanceNumbers numbers) {
        this.installation = installation;
        this.recipients = recipients;
        this.numbers = numbers;
        now();
    }

    private record Known(Installation installation, RulesInForce rules) {
    }

    /** To be asked once for all that is to be decided alike. */
    RulesInForce now() {
        Installation now = installation.now();
        Known last = known;
        if (last == null || last.installation() != now) {
            last = new Known(now, new RulesInForce(new Sharing(rules(now, last)), recipients.of(now),
                    new Parties(now, numbers)));
            known = last;
        }
        return last.rules();
    }

    /** A rule with an error allows nothing; the others count. */
    private static SharingRules rules(Installation now, Known last) {
        if (last != null && last.installation().sharing().equals(now.sharing())) {
            return last.rules().sharing().rules();
        }
        List<Problem> problems = new ArrayList<>();
        SharingRules rules = now.sharing().map(file -> SharingFile.read(file, problems)).orElse(SharingRules.NONE);
        problems.forEach(problem -> LOG.warn("{}", problem));
        return rules;
    }
}
