(java.util.function.Function<$jupyter.kernel.BaseKernel, pointwise.view.slider.FrontEnd>)
kernel -> new pointwise.view.slider.FrontEnd() {
    private final $gson.Gson json = new $gson.Gson();
    private final $jupyter.kernel.comm.CommManager comms = kernel.getCommManager();

    private class Listener extends $jupyter.kernel.comm.Comm implements Comm {
        private final java.util.function.BiConsumer<java.util.Map<String, ?>, Comm> received;

        Listener(
                String id,
                String target,
                java.util.function.BiConsumer<java.util.Map<String, ?>, Comm> received) {
            super(comms, id, target);
            this.received = received;
        }

        @Override
        public String id() {
            return getID();
        }

        @Override
        public void send(java.util.Map<String, ?> data) {
            send(object(data));
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void onMessage(
                $jupyter.messages.Message<$jupyter.messages.comm.CommMsgCommand> message) {
            // A page takes for an answer only what names its question.
            comms.setMessageContext(message);
            received.accept(
                json.fromJson(message.getContent().getData(), java.util.Map.class), this);
        }

        @Override
        protected void onClose(
                $jupyter.messages.Message<$jupyter.messages.comm.CommCloseCommand> message,
                boolean here) {
        }
    }

    @Override
    public Comm open(
            String target,
            java.util.Map<String, ?> metadata,
            java.util.Map<String, ?> data,
            java.util.function.BiConsumer<java.util.Map<String, ?>, Comm> received) {
        // Who executes a notebook saves what answers a cell: this answers a message never sent.
        var cell = ($jupyter.messages.MessageContext) field("context");
        comms.setMessageContext(
            message(new $jupyter.messages.comm.CommCloseCommand(target, object(data))));
        try {
            return comms.openComm(target, (manager, id, name, message) -> {
                message.getNonNullMetadata().putAll(metadata);
                object(data).entrySet().forEach(
                    entry -> message.getContent().getData().add(entry.getKey(), entry.getValue()));
                return new Listener(id, name, received);
            });
        } finally {
            comms.setMessageContext(cell);
        }
    }

    @Override
    public Cell cell() {
        var request = ($jupyter.messages.Message<?>) field("context");
        Object id = request.getNonNullMetadata().getOrDefault("cellId", "");
        return new Cell(id.toString(), request.getHeader().getId());
    }

    @Override
    public void accept(
            String target,
            java.util.function.BiConsumer<java.util.Map<String, ?>, Comm> received) {
        comms.registerTarget(
            target, (manager, id, name, message) -> new Listener(id, name, received));
    }

    private $gson.JsonObject object(java.util.Map<String, ?> data) {
        return json.toJsonTree(data).getAsJsonObject();
    }

    @Override
    public void render(Object value) {
        kernel.getRenderer().render(value);
    }

    @Override
    public String display(Object value) {
        return display(kernel.getRenderer().render(value));
    }

    @Override
    public String reserve() {
        return display(new $jupyter.kernel.display.DisplayData());
    }

    private String display($jupyter.kernel.display.DisplayData output) {
        output.setDisplayId(java.util.UUID.randomUUID().toString());
        kernel.display(output);
        return output.getDisplayId();
    }

    @Override
    public void show(String place, Object value) {
        publish(place, kernel.getRenderer().render(value));
    }

    @Override
    public void showForms(String place, java.util.Map<String, ?> forms) {
        var output = new $jupyter.kernel.display.DisplayData();
        forms.forEach((form, data) -> output.putData(form, data));
        publish(place, output);
    }

    // updateDisplay() works while a cell runs, and no longer when a slider is moved.
    private void publish(String place, $jupyter.kernel.display.DisplayData output) {
        output.setDisplayId(place);
        (($jupyter.channels.JupyterSocket) field("iopub")).sendMessage(
            message(new $jupyter.messages.publish.PublishUpdateDisplayData(output)));
    }

    // As the newest context says; a kernel's message has its content typed as itself.
    @SuppressWarnings("unchecked")
    private <T> $jupyter.messages.Message<T> message($jupyter.messages.ContentType<T> content) {
        return new $jupyter.messages.Message<>(
            ($jupyter.messages.MessageContext) field("context"), content.getType(), (T) content);
    }

    private Object field(String name) {
        try {
            var field = $jupyter.kernel.comm.CommManager.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(comms);
        } catch (ReflectiveOperationException otherKernel) {
            throw new IllegalStateException(otherKernel);
        }
    }
}
