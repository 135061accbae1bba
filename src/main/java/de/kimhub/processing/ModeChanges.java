package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.connector.Instance.Mode;
import de.kimhub.delivery.LaneId;
import de.kimhub.linkage.LockOrder;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that an instance went into shadow or live, once, whichever node sees it first: the mode that was last seen
 * changes in the transaction that does what the change means.
 */
@Component
class ModeChanges {

    private static final Logger LOG = LoggerFactory.getLogger(ModeChanges.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final InstalledParties parties;
    private final GoingLive goingLive;
    private final Map<String, Mode> noticed = new ConcurrentHashMap<>();

    ModeChanges(JdbcTemplate jdbc, TransactionTemplate transaction, InstalledParties parties, GoingLive goingLive) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.parties = parties;
        this.goingLive = goingLive;
    }

    /** @return the lanes that have something new */
    Set<LaneId> notice() {
        Set<LaneId> lanes = new HashSet<>();
        for (Instance instance : parties.all()) {
            if (noticed.get(instance.id()) != instance.mode()) {
                lanes.addAll(LockOrder.repeating(() -> transaction.execute(status -> notice(instance))));
                noticed.put(instance.id(), instance.mode());
            }
        }
        lanes.addAll(LockOrder.repeating(() -> transaction.execute(status -> goingLive.overlooked())));
        return lanes;
    }

    private Set<LaneId> notice(Instance instance) {
        int number = parties.numberOf(instance.id());
        Integer before = jdbc.queryForObject("select mode from hub.instance where no = ? for no key update", Integer.class,
                number);
        boolean wasInShadow = before != null && before == Mode.SHADOW.ordinal();
        if (before == null || wasInShadow != instance.inShadow()) {
            jdbc.update("update hub.instance set mode = ?, shadow_since = case when ? then "
                            + "(select coalesce(max(id), 0) from hub.event) end where no = ?", instance.mode().ordinal(),
                    instance.inShadow(), number);
        }
        if (wasInShadow && !instance.inShadow()) {
            LOG.info("{} is live now: what was told in shadow is asked anew.", instance.id());
            return goingLive.of(instance, number);
        }
        return Set.of();
    }
}
