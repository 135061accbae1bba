package de.kimhub.processing;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.intake.IntakeProblems;
import de.kimhub.message.EventType;
import de.kimhub.sharing.Party;
import java.nio.file.Files;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Everybody who can get something. A recipient whose file, or connector, has errors just now is one as well, as it was
 * when it last had none: what it is entitled to waits for it, instead of being lost to it.
 */
@Component
class Recipients {

    private static final Logger LOG = LoggerFactory.getLogger(Recipients.class);

    private final JdbcTemplate jdbc;
    private final Installation installation;
    private final List<Recipient> all = new ArrayList<>();

    /** @param takes event types that its tool can take */
    record Recipient(int no, Party party, int lanes, Set<EventType> takes) {
    }

    Recipients(JdbcTemplate jdbc, Installation installation, InstanceNumbers numbers) {
        this.jdbc = jdbc;
        this.installation = installation;
        installation.all().stream().filter(instance -> instance.deliver().isPresent())
                .map(instance -> recipient(numbers.of(instance.id()), instance)).forEach(recipient -> {
                    remember(recipient);
                    all.add(recipient);
                });
        absent().forEach(recipient -> {
            LOG.warn("{} has errors: what it is entitled to waits until its file is mended. [{}]",
                    recipient.party().instanceId(), IntakeProblems.RECIPIENT_ABSENT.code());
            all.add(recipient);
        });
    }

    List<Recipient> all() {
        return all;
    }

    private static Recipient recipient(int no, Instance instance) {
        return new Recipient(no, InstalledParties.party(instance), instance.lanes(),
                instance.connector().translator().delivers());
    }

    private void remember(Recipient recipient) {
        jdbc.update("update hub.instance set authority = ?, lanes = ?, takes = ? where no = ?",
                recipient.party().authority(), recipient.lanes(),
                recipient.takes().stream().mapToInt(EventType::number).sorted().toArray(), recipient.no());
    }

    /** Whose file is there and could not be read. Who was taken out on purpose has none. */
    private List<Recipient> absent() {
        return jdbc.query("select no, id, authority, lanes, takes from hub.instance where lanes is not null",
                (row, n) -> new Recipient(row.getInt("no"), new Party(row.getString("id"), row.getString("authority")),
                        row.getInt("lanes"), types(row.getArray("takes"))))
                .stream().filter(recipient -> installation.instance(recipient.party().instanceId()).isEmpty()
                        && Files.exists(installation.folder().resolve("instances")
                                .resolve(recipient.party().instanceId() + ".yaml"))).toList();
    }

    private static Set<EventType> types(Array numbers) throws SQLException {
        return Arrays.stream((Integer[]) numbers.getArray()).map(EventType::byNumber).collect(Collectors.toSet());
    }
}
