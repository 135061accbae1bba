package de.kimhub.steering.fact;

import de.kimhub.steering.catalogue.CurrentSettings;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.fact.SteeringInput.StructuralIssue;
import de.kimhub.steering.fact.SteeringInput.TakenBack;
import de.kimhub.steering.fact.SteeringInput.Told;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts. Everything in the caller's transaction, in the order in which it was told; the same event is counted once for a
 * measure, however often it comes.
 */
@Component
public class Facts {

    public static final String OLDEST = UnitTable.OLDEST;
    public static final String OVERDUE = UnitTable.OVERDUE;

    private final Periods periods;
    private final UnitTable units;
    private final Hurdles hurdles;
    private final CurrentSettings settings;

    Facts(Periods periods, UnitTable units, Hurdles hurdles, CurrentSettings settings) {
        this.hurdles = hurdles;
        this.periods = periods;
        this.units = units;
        this.settings = settings;
    }

    public void take(List<SteeringInput> inputs, LocalDate today) {
        if (inputs.isEmpty()) {
            return;
        }
        SteeringSettings now = settings.now();
        Periods.Open open = periods.count(today);
        Batch batch = new Batch(units.concerned(inputs), open);
        for (SteeringInput input : inputs) {
            switch (input) {
                case Told told -> batch.take(new UnitEvent(told, now.organisationOf(told.instance()), today, open));
                case StructuralIssue issue -> hurdles.take(issue);
                case TakenBack taken -> batch.takeBack(taken.event());
            }
        }
        units.write(batch.units());
    }

    /** Files are another person's now. @param persons pseudonym by digest of the file */
    public void follow(Map<String, String> persons) {
        units.belongTo(persons);
    }

    /**
     * Who was erased is in no period that is open, and a mere count in those that are closed.
     *
     * @param persons pseudonyms
     */
    public void erase(Collection<byte[]> files, Collection<String> persons, LocalDate today) {
        Periods.Open open = periods.count(today);
        units.erase(files, persons, open.earliest().id());
    }

    /** Of units that ended in a period that was closed before this day: the count stays. */
    public int forgetPersons(LocalDate before) {
        return units.forgetPersons(before);
    }

    public long held(Collection<byte[]> files, Collection<String> persons) {
        return units.held(files, persons);
    }
}
