package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.code.StudyKind;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Study;

/** Settles a study: findings asked and recorded, their places and sizes, dose and slices. */
final class CtPlan {
    private static final Set<String> HEAD =
            Set.of(
                    "epidural-haematoma",
                    "subdural-haematoma",
                    "intracerebral-haemorrhage",
                    "ischaemic-stroke");
    private static final Set<String> CHEST =
            Set.of("lung-nodule", "emphysema", "pneumonia", "pleural-effusion");

    /** Below this diameter, mm, a lesion needs the finer matrix for its CT number to be read. */
    static final double SMALL = 12;

    private final Person person;
    private final AskedStudy asked;
    private final long key;
    private final Build build;

    CtPlan(Person person, AskedStudy asked, long key) {
        this.person = person;
        this.asked = asked;
        this.key = key;
        this.build = Build.of(person, key);
    }

    static String regionOf(String finding) {
        return HEAD.contains(finding) ? "head" : CHEST.contains(finding) ? "chest" : "abdomen";
    }

    /** Region asked; else that of the findings; else the chest. */
    static String region(AskedStudy asked) {
        String said = asked.settings().get("region");
        if (said != null) {
            return said;
        }
        // Of a study that shows none of what others were asked to show, it is theirs.
        Stream<String> others = asked.without().stream().sorted();
        return Stream.concat(asked.findings().stream().map(Finding::id), others)
                .filter(id -> CtCheck.KIND.finding(id).isPresent())
                .map(CtPlan::regionOf)
                .findFirst()
                .or(
                        () ->
                                asked.measurements().keySet().stream()
                                        .flatMap(CtPlan::seenIn)
                                        .findFirst())
                .orElse("chest");
    }

    private static Stream<String> seenIn(String measurement) {
        return switch (measurement) {
            case "liver_hu", "aorta_mm" -> Stream.of("abdomen");
            case Midline.MEASURED -> Stream.of("head");
            default -> Stream.empty();
        };
    }

    Study study() {
        String region = region(asked);
        List<Finding> findings = findings(region);
        Map<String, String> settings = settings(region, findings);
        Map<String, Double> measured = measured(region, settings, findings);
        var bare = new Study(person, "ct", settings, measured, findings, "", key);
        return new Study(
                person, "ct", settings, measured, findings, new CtReading(bare).text(), key);
    }

    /** Those asked, then those that the record implies; each with all its details. */
    private List<Finding> findings(String region) {
        List<Finding> open = new ArrayList<>(asked.findings());
        Double aorta = asked.measurements().get("aorta_mm");
        if (aorta != null && aorta >= 30 && none(open, "aortic-aneurysm")) {
            open.add(new Finding("aortic-aneurysm", Map.of("diameter_mm", Details.tenth(aorta))));
        }
        Double liver = asked.measurements().get("liver_hu");
        if (liver != null && liver <= 46 && none(open, "fatty-liver")) {
            open.add(new Finding("fatty-liver", Map.of("hu", Details.tenth(Math.max(0, liver)))));
        }
        int wished = open.size();
        for (StudyKind.Shown f : CtCheck.KIND.findings()) {
            if (regionOf(f.id()).equals(region)
                    && f.conditions().stream().anyMatch(person.conditions()::contains)
                    && none(open, f.id())
                    && !asked.without().contains(f.id())
                    && !bleeds(open, f.id())) {
                open.add(new Finding(f.id(), Map.of()));
            }
        }
        Map<Integer, Finding> done = new LinkedHashMap<>();
        for (int i : Precedence.of(open)) {
            done.put(i, complete(region, open.get(i), i, done, i >= wished));
        }
        return IntStream.range(0, open.size()).mapToObj(done::get).toList();
    }

    private static boolean none(List<Finding> all, String id) {
        return all.stream().noneMatch(f -> f.id().equals(id));
    }

    /** A record's stroke is the bleeding that was asked for, not an infarct beside it. */
    private static boolean bleeds(List<Finding> all, String id) {
        return id.equals("ischaemic-stroke") && !none(all, "intracerebral-haemorrhage");
    }

    private Finding complete(
            String region, Finding f, int i, Map<Integer, Finding> before, boolean recorded) {
        List<Finding> others = List.copyOf(before.values());
        Levels levels = Levels.of(asked, region, build);
        return switch (region) {
            case "head" ->
                    new HeadDisease(new Head(build), build, key, wishedShift(), levels)
                            .complete(f, i, before, recorded);
            case "chest" ->
                    new ChestDisease(new TrunkBody(build), key, levels)
                            .complete(f, i, others, person.conditions().contains("lung-cancer"));
            default -> new AbdomenDisease(new TrunkBody(build), key, levels).complete(f, i, others);
        };
    }

    private OptionalDouble wishedShift() {
        Double mm = asked.measurements().get(Midline.MEASURED);
        return mm == null ? OptionalDouble.empty() : OptionalDouble.of(mm);
    }

    private Map<String, String> settings(String region, List<Finding> findings) {
        Map<String, String> all = new TreeMap<>();
        for (StudyKind.Setting s : CtCheck.KIND.settings()) {
            if (!s.standard().isEmpty()) {
                all.put(s.id(), s.standard());
            }
        }
        asked.settings()
                .forEach(
                        (id, value) -> {
                            if (CtCheck.KIND.setting(id).isPresent()) {
                                all.put(id, value);
                            }
                        });
        all.put("region", region);
        all.computeIfAbsent("matrix", k -> least(findings) < SMALL ? "512" : "256");
        all.computeIfAbsent("slice_mm", k -> Details.tenth(slice(region, findings)));
        double kvp = Double.parseDouble(all.get("kvp"));
        double step = Double.parseDouble(all.get("slice_mm"));
        all.computeIfAbsent("mas", k -> Details.tenth(dose(region, all, step, kvp)));
        return all;
    }

    /**
     * Less than a third of the smallest lesion, so that its size can be read, within what is usual.
     */
    private static double slice(String region, List<Finding> findings) {
        double usual = region.equals("head") ? 3 : region.equals("chest") ? 2 : 2.5;
        return Math.max(0.8, Math.min(usual, Math.floor(least(findings) / Levels.FIT * 10) / 10));
    }

    /** Diameter of the smallest nodule or stone, mm. */
    private static double least(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.id().equals("lung-nodule") || f.id().equals("kidney-stone"))
                .mapToDouble(
                        f ->
                                Details.number(
                                        f,
                                        f.details().containsKey("solid_mm")
                                                ? "solid_mm"
                                                : "diameter_mm"))
                .min()
                .orElse(99);
    }

    /**
     * As automatic exposure control does it: the current that gives a patient of this size the
     * usual noise; what is usual for a region is an assumption.
     */
    private double dose(String region, Map<String, String> settings, double step, double kvp) {
        double usual = region.equals("head") ? 6 : region.equals("chest") ? 13 : 11;
        Double wished = asked.measurements().get("noise_hu");
        double target = wished == null ? usual : wished;
        double sigma = wished == null ? Kernel.SOFT.sigma(0.75) : sigma(region, settings);
        double at100 = Scanner.noise(sigma, 100, step, kvp, Scanner.WATER * water(region));
        double mas = 100 * at100 * at100 / (target * target);
        return wished == null
                ? Math.max(15, Math.min(500, Math.rint(mas / 5) * 5))
                : Math.max(0.1, mas);
    }

    private double sigma(String region, Map<String, String> settings) {
        double[] range = Phantom.range(region, build);
        double field =
                region.equals("head")
                        ? new Head(build).field()
                        : new TrunkBody(build).field(range[0], range[1]);
        return Kernel.of(settings.get("kernel"))
                .sigma(field / Integer.parseInt(settings.get("matrix")));
    }

    /** Diameter of the water that weakens the beam as the body's middle does, about, mm. */
    private double water(String region) {
        if (region.equals("head")) {
            return 195 * build.head();
        }
        double across = 2 * Math.sqrt(build.trunkArea() / Math.PI);
        return across * (region.equals("chest") ? 0.78 : 0.98);
    }

    private Map<String, Double> measured(
            String region, Map<String, String> settings, List<Finding> findings) {
        Map<String, Double> all = new HashMap<>();
        double noise =
                Scanner.noise(
                        sigma(region, settings),
                        Double.parseDouble(settings.get("mas")),
                        Double.parseDouble(settings.get("slice_mm")),
                        Double.parseDouble(settings.get("kvp")),
                        Scanner.WATER * water(region));
        Double wished = asked.measurements().get("noise_hu");
        all.put("noise_hu", wished != null ? wished : tenth(noise));
        if (region.equals("head")) {
            Head head = new Head(build);
            all.put("width_mm", Math.rint(2 * head.scalp().a()));
            all.put("depth_mm", Math.rint(2 * head.scalp().b()));
            double own = Math.abs(tenth(Midline.of(findings)));
            all.put(Midline.MEASURED, findings.isEmpty() ? 0 : wishedShift().orElse(own));
            return all;
        }
        TrunkBody trunk = new TrunkBody(build);
        double z = (region.equals("chest") ? 240 : 80) * build.tall();
        all.put("width_mm", Math.rint(2 * trunk.size.skinWidth(z)));
        all.put("depth_mm", Math.rint(2 * trunk.size.skinDepth(z)));
        if (region.equals("abdomen")) {
            Double liver = asked.measurements().get("liver_hu");
            all.put(
                    "liver_hu",
                    liver != null
                            ? liver
                            : findings.stream()
                                    .filter(f -> f.id().equals("fatty-liver"))
                                    .findFirst()
                                    .map(f -> Details.number(f, "hu"))
                                    .orElse(healthyLiver(key)));
            Double aorta = asked.measurements().get("aorta_mm");
            all.put(
                    "aorta_mm",
                    aorta != null
                            ? aorta
                            : findings.stream()
                                    .filter(f -> f.id().equals("aortic-aneurysm"))
                                    .findFirst()
                                    .map(f -> Details.number(f, "diameter_mm"))
                                    .orElse(
                                            Math.rint(
                                                    2
                                                            * new AbdomenDisease(
                                                                            trunk,
                                                                            key,
                                                                            Levels.FITTED)
                                                                    .aorta())));
        }
        return all;
    }

    /**
     * CT number of a liver without fat, at least 50 HU. The mean of 3,357 adults is 58.8 (Boyce et
     * al., AJR, unenhanced low-dose CT), some fatty ones among them; the spread is an assumption.
     */
    static double healthyLiver(long key) {
        return Math.rint(Math.max(50, 58 + 4 * Draws.of(key, "ct liver").normal()));
    }

    private static double tenth(double v) {
        return Math.rint(v * 10) / 10;
    }

    /** CT number of the liver in the images, a fatty one or not. */
    static double liver(Study study) {
        return study.measurements().getOrDefault("liver_hu", healthyLiver(study.key()));
    }

    /** Diameter of the aorta in the belly above any aneurysm, mm; 0 if it follows from the body. */
    static double aorta(Study study) {
        double said = study.measurements().getOrDefault("aorta_mm", 0.0);
        return said < 30 ? said : 0;
    }
}
