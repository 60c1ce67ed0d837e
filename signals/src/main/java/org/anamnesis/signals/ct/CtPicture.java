package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.anamnesis.signals.file.Png;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/**
 * Six slices with windows as a radiologist sets them, seen from the feet: the patient's right is on
 * the left of the picture. What belongs to a finding is outlined. Every tile says synthetic.
 */
final class CtPicture {
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;

    private record Tile(double at, double centre, double width) {}

    private final Study study;
    private final boolean outlined;

    /**
     * @param outlined whether findings are outlined
     */
    CtPicture(Study study, boolean outlined) {
        Map<String, String> settings = new TreeMap<>(study.settings());
        settings.put("matrix", "256");
        this.study =
                new Study(
                        study.person(),
                        study.kind(),
                        settings,
                        study.measurements(),
                        study.findings(),
                        study.reading(),
                        study.key());
        this.outlined = outlined;
    }

    byte[] png() {
        Phantom phantom = Phantom.of(study);
        Grid grid = phantom.grid();
        int n = grid.n();
        byte[] rgb = new byte[3 * ROWS * COLUMNS * n * n];
        List<Tile> tiles = tiles(grid);
        IntStream.range(0, tiles.size())
                .parallel()
                .forEach(
                        index -> {
                            Tile tile = tiles.get(index);
                            int k = Math.max(0, Math.min(grid.count() - 1, grid.slice(tile.at())));
                            draw(rgb, index, n, phantom.slice(k), tile, grid.z(k));
                        });
        return Png.of(COLUMNS * n, ROWS * n, rgb);
    }

    private List<Tile> tiles(Grid grid) {
        String region = study.settings().get("region");
        double low = grid.z(0);
        double high = grid.z(grid.count() - 1);
        double[] usual =
                switch (region) {
                    case "head" -> new double[] {0.16, 0.32, 0.44, 0.52, 0.62, 0.78};
                    case "chest" -> new double[] {0.86, 0.72, 0.56, 0.72, 0.56, 0.30};
                    default -> new double[] {0.82, 0.68, 0.56, 0.48, 0.36, 0.16};
                };
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < usual.length; i++) {
            boolean lung = region.equals("chest") && i < 3;
            double centre = lung ? -550 : region.equals("head") ? 38 : 40;
            double width = lung ? 1500 : region.equals("head") ? 80 : 350;
            tiles.add(new Tile(low + usual[i] * (high - low), centre, width));
        }
        // The slices through findings take the places of the nearest usual ones, each slice once.
        Map<Integer, Double> slices = new LinkedHashMap<>();
        study.findings().stream()
                .map(this::height)
                .filter(z -> !Double.isNaN(z))
                .forEach(z -> slices.putIfAbsent(grid.slice(z), z));
        List<Double> places = List.copyOf(slices.values());
        for (int i = 0; i < places.size() && i < 3; i++) {
            int slot = region.equals("chest") ? i : 2 + i;
            Tile t = tiles.get(slot);
            tiles.set(slot, new Tile(places.get(i), t.centre(), t.width()));
            if (region.equals("chest") && i == 0) {
                Tile soft = tiles.get(3);
                tiles.set(3, new Tile(places.get(i), soft.centre(), soft.width()));
            }
        }
        return tiles;
    }

    private double height(Finding f) {
        if (f.details().containsKey("z_mm")) {
            return Details.number(f, "z_mm");
        }
        Build build = Build.of(study.person(), study.key());
        return switch (f.id()) {
            case "epidural-haematoma" -> 44 * build.head();
            case "subdural-haematoma" -> 52 * build.head();
            case "ischaemic-stroke" ->
                    switch (f.details().get("territory")) {
                        case "ACA" -> 66 * build.head();
                        default -> 36 * build.head();
                    };
            case "pleural-effusion" -> 200 * build.tall();
            case "fatty-liver" -> 150 * build.tall();
            default -> Double.NaN;
        };
    }

    private void draw(byte[] rgb, int index, int n, Phantom.Slice slice, Tile tile, double z) {
        int left = index % COLUMNS * n;
        int top = index / COLUMNS * n;
        int wide = COLUMNS * n;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                double v =
                        (slice.hu[j * n + i] - tile.centre() + tile.width() / 2)
                                / tile.width()
                                * 255;
                byte grey = (byte) (int) Math.max(0, Math.min(255, v));
                int at = 3 * ((top + j) * wide + left + i);
                boolean edge = outlined && onEdge(slice.marks, i, j, n);
                rgb[at] = edge ? (byte) 255 : grey;
                rgb[at + 1] = edge ? (byte) 210 : grey;
                rgb[at + 2] = edge ? (byte) 0 : grey;
            }
        }
        Letters.write(rgb, wide, left + 4, top + n - 11, "SYNTHETIC - NO PATIENT");
        Letters.write(rgb, wide, left + 4, top + n / 2 - 4, "R");
        Letters.write(
                rgb,
                wide,
                left + 4,
                top + 4,
                "Z %d MM  W %d L %d"
                        .formatted(
                                Math.round(z),
                                Math.round(tile.width()),
                                Math.round(tile.centre())));
    }

    private boolean onEdge(boolean[][] marks, int i, int j, int n) {
        if (i == 0 || j == 0 || i == n - 1 || j == n - 1) {
            return false;
        }
        for (int f = 0; f < marks.length; f++) {
            boolean[] mark = marks[f];
            // Emphysema is everywhere: its outlines would hide the lung.
            if (mark == null
                    || mark[j * n + i]
                    || study.findings().get(f).id().equals("emphysema")) {
                continue;
            }
            // Just outside of the finding, so that its own pixels stay visible.
            if (mark[j * n + i - 1]
                    || mark[j * n + i + 1]
                    || mark[(j - 1) * n + i]
                    || mark[(j + 1) * n + i]) {
                return true;
            }
        }
        return false;
    }
}
