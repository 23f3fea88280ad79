"""What the graphics card runs to draw the mesh; OpenGL 2.1, so that it runs everywhere."""

SWIZZLE = "gl_FragColor = vec4(colour.bgr, 1.0);"
"""Pixels are written as screens keep them, so that nothing needs to be reordered afterwards."""

BACKDROP_VERTEX = """
attribute vec2 a_corner;
varying vec2 v_at;
void main() {
    v_at = a_corner;
    gl_Position = vec4(a_corner, 0.0, 1.0);
}
"""

BACKDROP_FRAGMENT = f"""
uniform vec3 u_middle;
uniform vec3 u_border;
varying vec2 v_at;
void main() {{
    vec2 at = v_at - vec2(0.0, -0.15);
    vec3 colour = mix(u_middle, u_border, smoothstep(0.0, 1.5, length(at)));
    // Half a step of noise, or the shallow gradient would show bands.
    float noise = fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453);
    colour += (noise - 0.5) / 255.0;
    {SWIZZLE}
}}
"""

SURFACE_VERTEX = """
uniform mat4 u_matrix;
attribute vec3 a_place;
attribute vec3 a_normal;
attribute vec2 a_texel;
attribute vec4 a_look;   // share of the sky, wrap, strength and sharpness of highlights
attribute vec4 a_photo;  // place in the photograph, how well it is seen there, whether it is skin
centroid varying vec3 v_place;
centroid varying vec3 v_normal;
centroid varying vec2 v_texel;
centroid varying vec4 v_look;
centroid varying vec4 v_photo;
void main() {
    v_place = a_place;
    v_normal = a_normal;
    v_texel = a_texel;
    v_look = a_look;
    v_photo = a_photo;
    gl_Position = u_matrix * vec4(a_place, 1.0);
}
"""

SURFACE_FRAGMENT = f"""
uniform vec3 u_eye;
uniform mat3 u_lamps;    // towards each lamp, in rig space
uniform mat3 u_colours;  // of each lamp, linear
uniform vec3 u_front;    // 1 for lamps in front of the head
uniform vec3 u_sky;
uniform vec3 u_ground;
uniform vec3 u_bleed;
uniform vec3 u_clay;     // colour of untextured skin, linear
uniform vec3 u_gain;     // from the rig's skin to the person's
uniform vec2 u_share;    // of the rig's texture on skin, and of the photograph
uniform float u_gamma;
uniform sampler2D u_skin;
uniform sampler2D u_photo;
centroid varying vec3 v_place;
centroid varying vec3 v_normal;
centroid varying vec2 v_texel;
centroid varying vec4 v_look;
centroid varying vec4 v_photo;

vec3 linear(vec3 colour) {{ return pow(colour, vec3(u_gamma)); }}

void main() {{
    vec3 normal = normalize(v_normal);
    vec3 view = normalize(u_eye - v_place);
    float open = v_look.x;
    float shade = sqrt(open);
    vec3 diffuse = mix(u_ground, u_sky, 0.5 + 0.5 * normal.y) * open;
    vec3 glint = vec3(0.0);
    for (int i = 0; i < 3; i++) {{
        vec3 lamp = u_lamps[i];
        vec3 light = u_colours[i];
        float facing = dot(normal, lamp);
        diffuse += light * shade * max((facing + v_look.y) / (1.0 + v_look.y), 0.0);
        float band = clamp(1.0 - abs(facing - 0.1) / 0.45, 0.0, 1.0);
        diffuse += u_bleed * light.r * (u_front[i] * v_photo.w * shade * band);
        float mirror = max(dot(normal, normalize(view + lamp)), 0.0);
        glint += light * (v_look.z * shade * step(0.0, facing) * pow(mirror, v_look.w));
    }}
    vec3 texture = linear(texture2D(u_skin, v_texel).rgb);
    vec3 own = texture * mix(vec3(1.0), u_gain, u_share.y * v_photo.w);
    vec3 albedo = mix(own, u_clay, (1.0 - u_share.x) * v_photo.w);
    vec3 lit = albedo * diffuse + glint;
    vec4 photo = texture2D(u_photo, v_photo.xy);
    // A photograph is lit already; a little of our light shows the shape as it moves.
    float relief = 0.72 + 0.28 * dot(diffuse, vec3(0.3, 0.6, 0.1));
    float share = u_share.y * v_photo.z * photo.a;
    lit = mix(lit, linear(photo.rgb) * relief, share);
    vec3 colour = pow(clamp(lit, 0.0, 1.0), vec3(1.0 / u_gamma));
    {SWIZZLE}
}}
"""

MARK_VERTEX = """
uniform mat4 u_matrix;
uniform float u_size;
uniform float u_nearer;  // share of the depth by which marks stand out of the surface
attribute vec3 a_place;
attribute vec4 a_colour;
varying vec4 v_colour;
void main() {
    v_colour = a_colour;
    gl_PointSize = u_size;
    gl_Position = u_matrix * vec4(a_place, 1.0);
    gl_Position.z -= u_nearer * gl_Position.w;
}
"""

POINT_FRAGMENT = """
varying vec4 v_colour;
void main() {
    float far = length(gl_PointCoord - 0.5);
    gl_FragColor = vec4(v_colour.bgr, v_colour.a * (1.0 - smoothstep(0.35, 0.5, far)));
}
"""

LINE_VERTEX = """
uniform mat4 u_matrix;
uniform float u_nearer;
attribute vec3 a_place;
void main() {
    gl_Position = u_matrix * vec4(a_place, 1.0);
    gl_Position.z -= u_nearer * gl_Position.w;
}
"""

LINE_FRAGMENT = """
uniform vec4 u_colour;
void main() {
    gl_FragColor = u_colour.bgra;
}
"""
