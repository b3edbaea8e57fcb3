package io.qtrader.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import io.qtrader.core.child.Instructions;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Stream;
import java.time.InstantSource;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows between the modules run one way, and the core is a pure function. */
class LayersTest {

    private static final String SCHEMAS = "io.qtrader.schemas..";
    private static final String CLIENT = "io.qtrader.client..";
    private static final String CORE = "io.qtrader.core..";
    private static final String NET = "io.qtrader.core.net..";
    private static final String TOPOLOGY = "io.qtrader.topology..";
    private static final String PAPER = "io.qtrader.paper..";
    private static final String APP = "io.qtrader.app..";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(place -> !place.contains("-tests.jar")).importPackages("io.qtrader");

    @Test
    void schemasDependOnNothingOfOurs() {
        check(noDependency(SCHEMAS, CLIENT, CORE, TOPOLOGY, PAPER, APP));
    }

    @Test
    void theClientDependsOnSchemasOnly() {
        check(noDependency(CLIENT, CORE, TOPOLOGY, PAPER, APP));
    }

    @Test
    void theCoreDependsOnSchemasAvroAndJavaOnly() {
        check(classes().that().resideInAPackage(CORE).should().onlyDependOnClassesThat()
                .resideInAnyPackage(CORE, SCHEMAS, "java..", "org.apache.avro.."));
    }

    /** N4: neither what orders are made by nor how they stand. */
    @Test
    void netNeverSeesOrders() {
        check(noDependency(NET, "io.qtrader.core.parent..", "io.qtrader.core.algo..", "io.qtrader.core.order..",
                "io.qtrader.core.child..", "io.qtrader.core.execution.."));
        check(noClasses().that().resideInAPackage(NET).should().dependOnClassesThat()
                .haveNameMatching(".*\\.(Parent|Order|Child)(Order|Row)?|.*\\.ExecState")
                .orShould().accessFieldWhere(field(Book.class, "parent|stuck|orders|children")));
    }

    /** C2: one class tells brokers what to do, and what it tells them is child orders. */
    @Test
    void onlyInstructionsLeaveForBrokers() {
        check(noClasses().that().resideInAPackage(CORE).and().areNotAssignableTo(Instructions.class)
                .should().callMethodWhere(calls(Step.class, "instruct")));
        check(noClasses().that().resideInAPackage(CORE).and().areNotAssignableTo(Step.class)
                .and().areNotAssignableTo(Stream.class)
                .should().accessFieldWhere(field(Stream.class, "CHILD_ORDERS")));
    }

    @Test
    void theTopologiesDependOnCoreAndClient() {
        check(noDependency(TOPOLOGY, PAPER, APP));
    }

    @Test
    void connectorsDependOnTheClientOnly() {
        check(noDependency(PAPER, CORE, TOPOLOGY, APP));
    }

    @Test
    void onlyTheRegistryKnowsTheRelocatedNames() {
        check(noClasses().that().haveNameNotMatching("io\\.qtrader\\.client\\.Registry.*")
                .should().dependOnClassesThat().resideInAPackage("org.apache.flink.."));
    }

    @Test
    void theCoreHasNoClock() {
        check(noClasses().that().resideInAPackage(CORE).should()
                .dependOnClassesThat().areAssignableTo(InstantSource.class)
                .orShould().callMethodWhere(calls(Temporal.class, "now"))
                .orShould().callMethodWhere(calls(System.class, "currentTimeMillis|nanoTime")));
    }

    @Test
    void theCoreHasNoChance() {
        check(noClasses().that().resideInAPackage(CORE).should()
                .dependOnClassesThat().areAssignableTo(RandomGenerator.class)
                .orShould().dependOnClassesThat().areAssignableTo(UUID.class)
                .orShould().callMethodWhere(calls(Math.class, "random")));
    }

    /** Also those that hide it: {@code Map.of} iterates otherwise in every process. */
    @Test
    void theCoreHasNoCollectionWithoutOrder() {
        check(noClasses().that().resideInAPackage(CORE)
                // Asks its set, and never walks it.
                .and().doNotHaveSimpleName("TrustedRows").should()
                .callCodeUnitWhere(calls(HashMap.class, "<init>"))
                .orShould().callCodeUnitWhere(calls(HashSet.class, "<init>"))
                .orShould().callCodeUnitWhere(calls(IdentityHashMap.class, "<init>"))
                .orShould().callCodeUnitWhere(calls(ConcurrentHashMap.class, "<init>"))
                .orShould().callCodeUnitWhere(calls(Map.class, "of|ofEntries|copyOf"))
                .orShould().callCodeUnitWhere(calls(Set.class, "of|copyOf"))
                .orShould().callCodeUnitWhere(calls(Collectors.class,
                        "toSet|toMap|groupingBy|toUnmodifiable(Set|Map)|toConcurrentMap")));
    }

    private static void check(ArchRule rule) {
        rule.check(ALL);
    }

    private static ArchRule noDependency(String from, String... to) {
        return noClasses().that().resideInAPackage(from)
                .should().dependOnClassesThat().resideInAnyPackage(to);
    }

    private static DescribedPredicate<JavaFieldAccess> field(Class<?> type, String names) {
        return DescribedPredicate.describe(type.getSimpleName() + "." + names,
                access -> access.getTargetOwner().isEquivalentTo(type) && access.getName().matches(names));
    }

    /** A call of a class's own methods; a subclass that keeps order, such as LinkedHashMap, may. */
    private static DescribedPredicate<JavaCall<?>> calls(Class<?> type, String names) {
        return DescribedPredicate.describe(type.getSimpleName() + "." + names,
                call -> call.getName().matches(names)
                        && (type == Temporal.class ? call.getTargetOwner().isAssignableTo(type)
                        : call.getTargetOwner().isEquivalentTo(type)));
    }
}
