package org.anamnesis.neural;

/** Which kernel this machine runs best. */
final class Kernels {
    private static final Kernel BEST = choose();

    private Kernels() {}

    /** The fastest kernel that runs here; safe for threads. */
    static Kernel best() {
        return BEST;
    }

    /**
     * Vectors need their incubating module ({@code --add-modules jdk.incubator.vector}) and the
     * full compiler: the light one makes an object of each vector, which is slower than loops by
     * far.
     */
    private static Kernel choose() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        boolean lightCompiler =
                System.getProperty("java.vm.info", "").contains("emulated-client")
                        || System.getProperty("java.vm.info", "").contains("interpreted");
        if (!module || lightCompiler) {
            return new PlainKernel();
        }
        try {
            // By name, because this class must load where the module is absent.
            return Class.forName("org.anamnesis.neural.VectorKernel")
                    .asSubclass(Kernel.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError changed) {
            // An incubating interface may change in a later Java; the loops stay right.
            return new PlainKernel();
        }
    }
}
