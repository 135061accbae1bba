package de.kimhub.processing;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.intake.Definitions;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.intake.IntakeProblems;
import de.kimhub.intake.KnownInstances;
import de.kimhub.message.EventType;
import de.kimhub.message.TestOperation;
import de.kimhub.sharing.Party;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Everybody who can get something. A recipient whose file, or connector, has errors just now is one as well, as it was
 * when it last had none: what it is entitled to waits for it, instead of being lost to it.
 */
@Component
class Recipients {

    private static final Logger LOG = LoggerFactory.getLogger(Recipients.class);

    private final KnownInstances known;
    private final InstanceNumbers numbers;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    /** @param takes event types that its tool can take */
    record Recipient(int no, Party party, int lanes, Set<EventType> takes) {
    }

    Recipients(CurrentInstallation installation, KnownInstances known, Definitions definitions, InstanceNumbers numbers) {
        this.known = known;
        this.numbers = numbers;
        Installation first = installation.now();
        definitions.keep(first.all().stream().map(Instance::connector).toList());
        first.all().forEach(instance -> known.remember(instance, first.origin().instanceFiles().get(instance.id())));
    }

    List<Recipient> of(Installation moment) {
        List<Recipient> all = new ArrayList<>();
        moment.all().stream().filter(instance -> instance.deliver().isPresent())
                .forEach(instance -> all.add(recipient(numbers.of(instance.id()), instance)));
        absent(moment).forEach(recipient -> {
            if (noted.add(recipient.party().instanceId())) {
                LOG.warn("{} has errors: what it is entitled to waits until its file is mended. [{}]",
                        recipient.party().instanceId(), IntakeProblems.RECIPIENT_ABSENT.code());
            }
            all.add(recipient);
        });
        return List.copyOf(all);
    }

    private static Recipient recipient(int no, Instance instance) {
        return new Recipient(no, InstalledParties.party(instance), instance.lanes(),
                instance.connector().translator().delivers());
    }

    /** Whose file is there and could not be read. Who was taken out on purpose has none. */
    private List<Recipient> absent(Installation moment) {
        return known.all().stream().filter(one -> one.lanes() != null && !one.takes().isEmpty())
                .filter(one -> moment.working(one.id()).isEmpty()
                        && Files.exists(moment.folder().resolve("instances")
                                .resolve(TestOperation.fileName(one.id()) + ".yaml")))
                .map(one -> new Recipient(one.no(), new Party(one.id(), one.authority()), one.lanes(), one.takes()))
                .toList();
    }
}
