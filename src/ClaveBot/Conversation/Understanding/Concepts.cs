using System.Collections.Frozen;

namespace ClaveBot.Conversation.Understanding;

/// <summary>Words that mean the same for the bot, found by how they sound.</summary>
internal static class Concepts
{
    // Where a word is in no line, its first sounds stand for it and its endings.
    private const int StemLength = 5;

    // Folded; the first word names the concept.
    private static readonly string[] Lines =
    [
        "clave claves contrasena contrasenas contracena password passwords pasword passcode pin contra clabe",
        "iess seguro igss",
        "correo correos mail email emails gmail hotmail outlook yahoo",
        "quiero queremos quisiera deseo desearia necesito nececito requiero quisieramos want need",
        "senorita senor senora joven jovencito mijo mijito mija mijita doctor doctora licenciado licenciada ingeniero ingeniera amigo amiga vecino veci don dona nino nina",
        "hola ola alo hello hi hey buenas buenos",
        "cambiar cambio cambie cambien cambiarla cambiarle cambiarlo cambiando actualizar actualice actualizo actualizarla modificar modifico modifique renovar renuevo change update",
        "cambiaron modificaron",
        "borrar borre borren borra borreme borrenme borrarme borrarlo borrarla eliminar elimine eliminen elimina elimineme eliminarme eliminarlo delete erase remove suprimir suprima",
        "cancelar cancele cancela cancelo cancel",
        "olvide olvido olvidado olvidada olvidaron forgot forgotten forget",
        "acuerdo recuerdo acordaba acordarme acordar recordaba remember",
        "recuperar recupero recupere recuperacion restablecer restablezco restaurar resetear reset recover recuperarla",
        "bloqueada bloqueado bloquearon bloqueo bloquio bloquiada bloqueada bloquee bloquea trabada trabo trabado trancado trancada tranco locked blocked inhabilitada inhabilitado",
        "desbloquear desbloqueo desbloquee desbloqueen desbloquearla desbloqueenme desbloqueeme unlock unblock desbloquiar desbloqueando",
        "mensaje mensajes mensajito texto message messages text",
        "link links enlace enlaces pagina paginas url sitio",
        "real verdad verdadero verdadera cierto cierta falso falsa fake legitimo legitima autentico autentica true",
        "estafa estafas fraude enganoso phishing scam trampa",
        "estafador estafadores estafaron estafado estafada hackearon hackeado jakearon hackeada hacked jaquearon hackeo",
        "persona humano humana asesor asesora operador operadora agente funcionario someone human person agent",
        "oficina oficinas ventanilla ventanillas agencia agencias edificio sucursal cau",
        "avise aviseme avisenme avisar aviso avisos recordatorio recordatorios recuerde recuerdeme recuerdenme recordar recordarme recuerdame alarma alerta reminder reminders remind",
        "dias dia semanas semana meses mes anos ano days months weeks year",
        "patronal patrono patrona empleador empleadora empleadores empresa empresas compania negocio employer company",
        "trabajadores trabajador jornaleros empleada empleado empleados trabajadora obrero obreros peones peon albaniles",
        "datos dato informacion info data information",
        "guardan guardado guardada guardados guardadas guarda guardar almacenan conservan registran store stored keep",
        "caduca vence caduco vencio caducada vencida expira expiro caducar vencer caducidad vencimiento vigencia expire expires caduque venza expirada caducan vencen",
        "inicio principio comienzo cero beginning scratch",
        "empezar empecemos empiezo comenzar comencemos iniciar arrancar arranquemos empiece start begin comienzo",
        "reiniciar reinicie reinicio restart reiniciemos",
        "volver vuelva vuelve regresar regrese regreseme regresa retroceder retroceda back devuelvame",
        "atras anterior antes previous",
        "repetir repita repite repitame repitamelo repeat repitalo",
        "opciones opcion opcione temas lista options alternativas",
        "gracias thanks thank agradezco agradecido agradecida agradecimiento",
        "grupo grupos canal canales group channel comunidad community chats",
        "facebook instagram tiktok youtube twitter redes",
        "opinion opinar comentario comentarios sugerencia sugerencias calificar calificacion calificarle feedback comment puntuar puntuacion rate resena estrellas",
        "queja quejas reclamo reclamos denuncia denuncias denunciar reclamar",
        "ingles espanol castellano kichwa quichua english spanish idioma idiomas language lengua",
        "por para",
        "ayuda ayudeme ayudenme ayudame ayudar help auxilio socorro ayudarme",
        "entiendo comprendo entender understand entendi entienda",
        "hijo hija nieto nieta sobrino sobrina esposo esposa hermano hermana yerno nuera vecina primo prima mama papa madre padre marido mujer tia tio suegra cunado abuelita abuelito",
        "alguien desconocido extrano somebody",
        "cita citas turno turnos appointment",
        "prestamo prestamos credito quirografario hipotecario loan",
        "pension jubilacion montepio cesantia aportes retirement",
        "banco tarjeta cooperativa pichincha guayaquil produbanco",
        "llamen llamar llame llameme llamarme llamenme llamo llamada marcar marco marquen",
        "muestreme muestre mostrar mostrarme enseneme ensene ensenar mandeme mande mandar mandarme deme dame denme envieme envie enviar paseme pase pasenme entregueme entregar comparta facilite",
        "peligroso peligro riesgo riesgoso inseguro peligrosa",
        "confiar confio confianza confiable fiar confie fiarme",
        "miedo recelo temor desconfio desconfianza",
        "aplaste toque escogi elegi presione",
        "felicito felicitaciones felicitarles felicitar",
        "obligatorio obligado obligan obliga obligacion exigen exige forzoso",
        "motivo motivos razon razones causa finalidad proposito",
        "beneficio ventaja provecho utilidad gano",
        "privado confidencial privada privacidad confidencialidad secreto privacy private",
        "copia respaldo copy",
        "numero telefono celular convencional phone number telefonos numeros",
        "entrar ingresar acceder entro ingreso accedo loguearme entre login",
        "diosito dios virgencita",
        "wifi netflix sri",
    ];

    private static readonly FrozenDictionary<string, string> ByWord = Lines
        .Select(static line => line.Split(' '))
        .SelectMany(static words => words.Select(word => (Sounds: SpanishSounds.Of(word), Concept: "@" + words[0])))
        .DistinctBy(static pair => pair.Sounds, StringComparer.Ordinal)
        .ToFrozenDictionary(static pair => pair.Sounds, static pair => pair.Concept, StringComparer.Ordinal);

    /// <summary>All words that stand for a concept.</summary>
    public static IEnumerable<string> Words => Lines.SelectMany(static line => line.Split(' '));

    /// <summary>What a word stands for, or its beginning.</summary>
    public static ReadOnlySpan<char> Of(string sounds) =>
        ByWord.TryGetValue(sounds, out var concept) ? concept
        : sounds.Length > StemLength ? sounds.AsSpan(0, StemLength)
        : sounds;
}
