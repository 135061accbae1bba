package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.Field;
import de.kimhub.pseudonym.Domain;
import de.kimhub.pseudonym.Pseudonym;
import de.kimhub.pseudonym.PseudonymDomains;
import de.kimhub.pseudonym.Pseudonymisation;
import de.kimhub.pseudonym.PseudonymisedCase;
import de.kimhub.steering.catalogue.SteeringProblem;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What persons and files are called where is counted. */
@Component
class FactNames {

    private static final Logger LOG = LoggerFactory.getLogger(FactNames.class);
    private static final String PURPOSE = "steering";

    private final ObjectProvider<PseudonymDomains> domains;
    private final ObjectProvider<Pseudonymisation> pseudonymisation;
    private final KeyVault keys;
    private final AtomicBoolean warned = new AtomicBoolean();

    FactNames(ObjectProvider<PseudonymDomains> domains, ObjectProvider<Pseudonymisation> pseudonymisation, KeyVault keys) {
        this.domains = domains;
        this.pseudonymisation = pseudonymisation;
        this.keys = keys;
    }

    private Optional<String> domain() {
        return Optional.ofNullable(domains.getIfAvailable()).flatMap(all -> all.domains().stream()
                .filter(Domain::forSteeringGroup).map(Domain::name).findFirst());
    }

    /** Said once when it is not: then nothing is counted. */
    boolean ready() {
        Optional<String> domain = domain();
        boolean ready = domain.isPresent() && pseudonymisation.getObject().ready(domain.get());
        if (!ready && !warned.getAndSet(true)) {
            SteeringProblem problem = domain.isEmpty() ? SteeringProblem.NO_DOMAIN : SteeringProblem.NO_KEY;
            LOG.warn("Nothing is counted for the steering group: its pseudonym domain or the key of it is missing. See hub check and hub "
                    + "keys status. [{}]", problem.code());
        }
        return ready;
    }

    List<PseudonymisedCase> of(List<Pseudonymisation.About> events, Set<Field> fields) {
        return events.isEmpty() ? List.of() : pseudonymisation.getObject().of(domain().orElseThrow(), events, fields);
    }

    Map<Long, Pseudonym> names(Collection<Long> persons) {
        return pseudonymisation.getObject().names(domain().orElseThrow(), persons);
    }

    byte[] file(int instanceNo, byte[] caseDigest) {
        return keys.digest(PURPOSE, String.valueOf(instanceNo), HexFormat.of().formatHex(caseDigest));
    }

    String fileText(int instanceNo, byte[] caseDigest) {
        return HexFormat.of().formatHex(file(instanceNo, caseDigest));
    }

    /** Below zero: a number that no person has. */
    long stranger(int instanceNo, byte[] caseDigest) {
        return ByteBuffer.wrap(file(instanceNo, caseDigest)).getLong() | Long.MIN_VALUE;
    }
}
