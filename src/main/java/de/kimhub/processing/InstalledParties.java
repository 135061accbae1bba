package de.kimhub.processing;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.InstanceDirectory;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.sharing.Party;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The installation's instances as those who give and those who get. */
@Component
class InstalledParties implements InstanceDirectory {

    private final Installation installation;
    private final InstanceNumbers numbers;

    InstalledParties(Installation installation, InstanceNumbers numbers) {
        this.installation = installation;
        this.numbers = numbers;
    }

    static Party party(Instance instance) {
        return new Party(instance.id(), instance.authority());
    }

    @Override
    public int numberOf(String instanceId) {
        return numbers.of(instanceId);
    }

    @Override
    public Optional<Instance> byNumber(int number) {
        return installation.all().stream().filter(instance -> numbers.of(instance.id()) == number).findFirst();
    }

    Optional<Instance> find(String instanceId) {
        return installation.instance(instanceId);
    }

    Collection<Instance> all() {
        return installation.all();
    }

    /** Of everybody who is configured. */
    List<Integer> numbers() {
        return installation.all().stream().map(instance -> numbers.of(instance.id())).toList();
    }

    /** Those of a kind of body, e.g. all Jobcenter instances. */
    List<Instance> ofAuthority(String authority) {
        return installation.all().stream().filter(instance -> instance.authority().equals(authority)).toList();
    }

    /** Those who give something and are named: by kind of body, or as {@code instance:<id>}. */
    List<Instance> sourcesNamed(Collection<String> names) {
        return installation.all().stream().filter(instance -> instance.receive().isPresent()
                && (names.contains(instance.authority()) || names.contains("instance:" + instance.id()))).toList();
    }
}
