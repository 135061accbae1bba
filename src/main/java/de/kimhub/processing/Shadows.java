package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which instances are in shadow. */
@Component
class Shadows {

    private final JdbcTemplate jdbc;
    private final InstalledParties parties;
    private final InstanceNumbers numbers;

    Shadows(JdbcTemplate jdbc, InstalledParties parties, InstanceNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.parties = parties;
    }

    /** By number. Of an instance that is not configured just now, as it was when it last was. */
    Set<Integer> now() {
        Set<Integer> shadows = new HashSet<>(
                jdbc.queryForList("select no from hub.instance where mode = ?", Integer.class, Instance.Mode.SHADOW.ordinal()));
        for (Instance instance : parties.all()) {
            int number = parties.numberOf(instance.id());
            if (instance.inShadow()) {
                shadows.add(number);
            } else {
                shadows.remove(number);
            }
        }
        return shadows;
    }

    /** All others, by number. */
    Set<Integer> live() {
        Set<Integer> live = new HashSet<>(numbers.all());
        live.removeAll(now());
        return live;
    }
}
