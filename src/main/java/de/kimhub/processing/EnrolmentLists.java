package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.EnrolmentList;
import de.kimhub.delivery.LaneId;
import de.kimhub.keys.KeyVault;
import de.kimhub.message.WakeUp;
import de.kimhub.sharing.Enrolled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lays out, for each source that reads one, the list of its files of whom something is wanted, when it changed. */
@Component
class EnrolmentLists {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentLists.class);
    private static final int SMALL = 5_000;

    private final TransactionTemplate transaction;
    private final InstalledParties parties;
    private final Enrolled enrolled;
    private final EnrolmentList lists;
    private final Shadows shadows;
    private final KeyVault keys;
    private final WakeUp wakeUp;
    private final Map<Integer, Instant> notBefore = new ConcurrentHashMap<>();

    EnrolmentLists(TransactionTemplate transaction, InstalledParties parties, Enrolled enrolled, EnrolmentList lists,
                   Shadows shadows, KeyVault keys, WakeUp wakeUp) {
        this.transaction = transaction;
        this.parties = parties;
        this.enrolled = enrolled;
        this.lists = lists;
        this.shadows = shadows;
        this.keys = keys;
        this.wakeUp = wakeUp;
    }

    /** The sweep does so. Several nodes may do so at once. */
    void prepare() {
        parties.all().stream().filter(one -> one.enrolment().isPresent() && !one.inShadow()).forEach(source -> {
            if (Instant.now().isBefore(notBefore.getOrDefault(parties.numberOf(source.id()), Instant.MIN))) {
                return;
            }
            try {
                Optional<LaneId> lane = transaction.execute(status -> seal(source));
                lane.ifPresent(one -> wakeUp.lane(one.recipientNo(), one.lane()));
            } catch (RuntimeException e) {
                LOG.error("The enrolment list for {} waits: {}", source.id(), Passing.kind(e));
            }
        });
    }

    /** Making a list costs some 10 microseconds a number: then it is looked at again so late that this stays below some 2 %. */
    static Duration pause(int fileNumbers) {
        return fileNumbers <= SMALL ? Duration.ZERO : Duration.ofMillis(fileNumbers);
    }

    private Optional<LaneId> seal(Instance source) {
        int number = parties.numberOf(source.id());
        lists.begin(number);
        List<String> fileNumbers = enrolled.fileNumbers(number, InstalledParties.party(source), shadows.now()).stream()
                .map(encrypted -> new String(keys.decrypt(encrypted, ConsentEvents.CASE_NUMBER), StandardCharsets.UTF_8))
                .toList();
        notBefore.put(number, Instant.now().plus(pause(fileNumbers.size())));
        return lists.seal(number, source.id(), fileNumbers);
    }
}
