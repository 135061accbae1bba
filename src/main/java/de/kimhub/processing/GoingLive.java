package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.LaneId;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.TestOperation;
import de.kimhub.sharing.StatusRequests;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What was decided in shadow must not be lost to anybody when the instance goes live: the status of today is asked of
 * everybody concerned, and who has something wrong is told. In the caller's transaction.
 */
@Component
class GoingLive {

    private final ShadowJoins joins;
    private final SourceCases cases;
    private final PersonRegister register;
    private final Candidacy candidacy;
    private final ConsentedSources sources;
    private final StatusRequests requests;
    private final OwedCorrections owed;
    private final ShadowItems items;
    private final Shadows shadows;
    private final InstalledParties parties;

    GoingLive(ShadowJoins joins, SourceCases cases, PersonRegister register, Candidacy candidacy,
              ConsentedSources sources, StatusRequests requests, OwedCorrections owed, ShadowItems items, Shadows shadows,
              InstalledParties parties) {
        this.joins = joins;
        this.cases = cases;
        this.register = register;
        this.candidacy = candidacy;
        this.sources = sources;
        this.requests = requests;
        this.owed = owed;
        this.items = items;
        this.shadows = shadows;
        this.parties = parties;
    }

    Set<LaneId> of(Instance instance, int number) {
        join(joins.take(List.of(number)));
        List<StatusRequests.Asked> askable = parties.all().stream().filter(one -> one.receive().isPresent()
                        && !TestOperation.apart(one.id(), instance.id()))
                .map(one -> new StatusRequests.Asked(parties.numberOf(one.id()), InstalledParties.party(one))).toList();
        requests.askAnew(number, InstalledParties.party(instance), askable);
        Set<LaneId> lanes = settle();
        items.forget(number);
        return lanes;
    }

    /** What was decided as for an instance in shadow while it went live came too late for {@link #of}. */
    Set<LaneId> overlooked() {
        Set<Integer> live = shadows.live();
        join(joins.take(live));
        return items.anyWaitsFor(live) ? settle() : Set.of();
    }

    private Set<LaneId> settle() {
        List<ShadowItems.Item> due = items.takeDue(shadows.live(), owed.tellable());
        requests.askForEvents(due.stream().map(ShadowItems.Item::eventId).distinct().toList());
        return owed.queue(due);
    }

    private void join(List<ShadowJoins.Join> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Long> ids = waiting.stream().flatMap(one -> Stream.of(one.caseId(), one.otherCase())).toList();
        register.lock(cases.byId(ids).values().stream().map(SourceCase::caseDigest).toList(), List.of());
        for (ShadowJoins.Join join : waiting) {
            if (join.caseId() == join.otherCase()) {
                cases.byId(List.of(join.caseId())).values().forEach(file -> register.reconsider(List.of(file.id()),
                        candidacy.knownAt(sources.of(List.of(file), LocalDate.now()).getOrDefault(file.id(), Set.of()))));
            } else {
                Joins.same(register, join.caseId(), join.otherCase(), "shadow");
            }
        }
    }
}
