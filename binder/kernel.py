"""Gives the installed Java kernel its settings; reinstalling jjava loses them."""

import json
import os
import sys
from pathlib import Path

SETTINGS = {
    "JJAVA_JVM_OPTS": " ".join(
        [
            "--add-modules=jdk.incubator.vector",
            # Half to two thirds less memory than the default collector while vector code warms up.
            "-XX:+UseSerialGC",
            # The heap begins small and gives back what it does not need.
            "-Xms32m",
            # Short-lived tensors are collected before they take more memory.
            "-XX:MaxNewSize=16m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=25",
            # Binder grants 2 GB in all; a JVM on its own would take a quarter of them.
            "-Xmx1g",
            # 330,000,000 and 0.1145, whatever the machine's language.
            "-Duser.language=en",
            "-Duser.country=US",
            # Charts are drawn to files: no window, no icon in a dock.
            "-Djava.awt.headless=true",
        ]
    ),
    # The kernel starts whatever `java` comes first; harmless where JAVA_HOME is not set.
    "PATH": "${JAVA_HOME}/bin" + os.pathsep + "${PATH}",
}

spec = Path(sys.prefix, "share/jupyter/kernels/java/kernel.json")
kernel = json.loads(spec.read_text(encoding="utf-8"))
kernel["env"] = {**kernel.get("env", {}), **SETTINGS}
spec.write_text(json.dumps(kernel, indent=1) + "\n", encoding="utf-8")
