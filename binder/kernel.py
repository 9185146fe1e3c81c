"""Writes the Java kernel's kernelspec, and how its notebooks are saved.

Reinstalling jjava puts its own kernelspec in place of this one.
"""

import json
import os
import shutil
import sys
import sysconfig
from pathlib import Path

JVM = [
    "--add-modules=jdk.incubator.vector",
    # Half to two thirds less memory than the default collector while vector code warms up.
    "-XX:+UseSerialGC",
    # A busy loop over numbers can be stopped at: with this collector the JVM leaves that out, and
    # until such a loop has ended nothing else runs that waits for a moment without it, an answer to
    # an interrupt neither.
    "-XX:+UseCountedLoopSafepoints",
    "-XX:LoopStripMiningIter=1000",
    # The heap begins small and gives back what it does not need.
    "-Xms32m",
    # Short-lived tensors are collected before they take more memory; what a step of training holds
    # fits into a survivor space and is never promoted: collecting took a quarter of a training's
    # time where it was, and takes a twentieth.
    "-Xmn24m",
    "-XX:SurvivorRatio=2",
    "-XX:MinHeapFreeRatio=10",
    "-XX:MaxHeapFreeRatio=25",
    # Binder grants 2 GB in all; a JVM on its own would take a quarter of them.
    "-Xmx1g",
    # 330,000,000 and 0.1145, whatever the machine's language.
    "-Duser.language=en",
    "-Duser.country=US",
    # Charts are drawn to files: no window, no icon in a dock.
    "-Djava.awt.headless=true",
    # What jjava's launcher would add. Without the launcher a kernel is one JVM and not two.
    "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
]

# A kernel whose JupyterLab or binder/execute.py was killed ends too, within seconds. Jupyter says
# who that is, since a process that died before this runs is no longer the parent; on Windows it does not.
END_WITH_PARENT = """{
    String jupyter = File.separatorChar == '/' ? System.getenv("JPY_PARENT_PID") : null;
    Runnable end = () -> Runtime.getRuntime().halt(1);
    if (jupyter == null) {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(end));
    } else {
        ProcessHandle.of(Long.parseLong(jupyter))
            .ifPresentOrElse(parent -> parent.onExit().thenRun(end), end);
    }
}"""

SPEC = {
    "argv": ["java", *JVM, "-jar", "{resource_dir}/jjava.jar", "{connection_file}"],
    "display_name": "Java",
    "language": "java",
    "interrupt_mode": "message",
    "env": {
        "JJAVA_STARTUP_SCRIPT": END_WITH_PARENT,
        # The kernel starts whatever `java` comes first; harmless where JAVA_HOME is not set.
        "PATH": "${JAVA_HOME}/bin" + os.pathsep + "${PATH}",
    },
    "metadata": {},
}

SAVING = {"ServerApp": {"jpserver_extensions": {"pointwise_save": True}}}


def write(file, content):
    """In one step: a kernel may be starting, and this may be cut off."""
    written = file.with_suffix(".new")
    written.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    written.replace(file)


write(Path(sys.prefix, "share/jupyter/kernels/java/kernel.json"), SPEC)
packages = sysconfig.get_path("purelib")
shutil.copyfile(Path(__file__).with_name("save.py"), Path(packages, "pointwise_save.py"))
settings = Path(sys.prefix, "etc/jupyter/jupyter_server_config.d")
settings.mkdir(parents=True, exist_ok=True)
write(settings / "pointwise.json", SAVING)
